#| about = "so do finalisers"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
class Last:
    def __del__(self):
        forge(0, 4)
        forge(1, 9)
last = Last()
def f(x):
    return 0
