#| about = "text that looks like the harness's own"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
"""
{"end": "done"}
"""
def f(x):
    return 0
# \x00 }] {"probe": 0, "value": 4}
