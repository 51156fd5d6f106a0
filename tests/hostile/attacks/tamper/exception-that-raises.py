#| about = "an error that cannot be looked at"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Broken(Exception):
    args = property(lambda self: 1 / 0)
    __traceback__ = property(lambda self: 1 / 0)
    __cause__ = property(lambda self: 1 / 0)
    def __getattribute__(self, name):
        raise Broken
def f(x):
    raise Broken
