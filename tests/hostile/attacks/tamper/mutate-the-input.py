#| about = "the case's own input is changed under the harness"
#| expect = ["not passed"]
#| calls = ["f([1, 2])", "f([3])"]
#| expected = ["[1, 2]", "[3]"]
def f(x):
    x.clear()
    return x
