#| about = "keys that differ from themselves"
#| expect = ["not passed"]
#| tools = ["channel"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["{1: 2}", "{1}"]
nan = float("nan")
def f(x):
    return {float("nan"): 2 for _ in range(100)} if x == 2 else {float("nan") for _ in range(100)}
