#| about = "what hidden cases print is caught, and never more than a page of it"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    print("the hidden input is", x)
    for _ in range(1_000):
        print("y" * 1_000)
    return 0
