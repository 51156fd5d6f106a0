#| about = "an object whose class claims to be int"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Liar:
    __class__ = int
    def __index__(self):
        return 4
    def __int__(self):
        return 4
def f(x):
    return Liar()
