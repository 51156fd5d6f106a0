#| out = "True Point(x=1, y=5, tags=[]) {'x': 3, 'y': 0, 'tags': []}\n"
from dataclasses import asdict, dataclass, field, replace
@dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
print(Point(1) < Point(2), replace(Point(1), y=5), asdict(Point(3)))
