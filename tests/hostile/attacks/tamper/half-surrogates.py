#| about = "text that no encoder takes"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["'a'", "{'a': 1}"]
def f(x):
    return "\ud800" if x == 2 else {"\udfff": "\ud83d"}
