#| about = "a type with hundreds of bases"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
kind = Exception
for at in range(300):
    kind = type(f"E{at}", (kind,), {})
def f(x):
    raise kind
