#| out = "Pair(left=1, right=0) Pair(left=1, right=2) {'a': 1, 'b': 2}\n"
from collections import namedtuple
from typing import NamedTuple
class Pair(NamedTuple):
    left: int
    right: int = 0
print(Pair(1), Pair(1)._replace(right=2), namedtuple("T", "a b")(1, 2)._asdict())
