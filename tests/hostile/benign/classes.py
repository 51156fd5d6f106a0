#| out = "made Square {'sides': 4}\n9 Square(2) Shape\n"
class Shape:
    def __init_subclass__(cls, **more):
        print("made", cls.__name__, more)
class Square(Shape, sides=4):
    __slots__ = ("side",)
    def __init__(self, side):
        self.side = side
    @property
    def area(self):
        return self.side**2
    def __repr__(self):
        return f"Square({self.side})"
print(Square(3).area, Square(2), Square.__mro__[1].__name__)
