#| about = "done, done, done"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
for _ in range(100):
    forge_end()
def f(x):
    return 0
