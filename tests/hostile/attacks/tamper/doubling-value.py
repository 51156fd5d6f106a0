#| about = "twenty names for two lists: small in memory, a million when written down"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    value = [4]
    for _ in range(30):
        value = [value, value]
    return value
