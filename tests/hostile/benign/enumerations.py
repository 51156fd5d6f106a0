#| out = "Colour.RED 2 Right.READ|WRITE yes [<Colour.RED: 1>, <Colour.BLUE: 2>]\n"
from enum import Enum, Flag, IntEnum, StrEnum, auto
class Colour(Enum):
    RED = auto()
    BLUE = auto()
class Right(Flag):
    READ = 1
    WRITE = 2
class Word(StrEnum):
    YES = auto()
print(Colour.RED, Colour["BLUE"].value, Right.READ | Right.WRITE, Word.YES, [*Colour])
