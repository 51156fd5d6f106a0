#| out = "abstract\n{'title': <class 'str'>} 3 list[int] int | None\n"
from abc import ABC, abstractmethod
from typing import Any, Generic, Literal, Protocol, TypedDict, TypeVar, get_type_hints
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, thing: T) -> None:
        self.thing = thing
class Movie(TypedDict, total=False):
    title: str
class Shape(ABC):
    @abstractmethod
    def area(self): ...
try:
    Shape()
except TypeError:
    print("abstract")
print(get_type_hints(Movie), Box[int](3).thing, list[int], int | None)
