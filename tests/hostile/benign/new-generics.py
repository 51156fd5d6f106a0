#| since = [3, 12]
#| out = "1 list[int] [] nested 1\n"
class Stack[T]:
    def __init__(self):
        self.things: list[T] = []
type Row = list[int]
def first[T](row: list[T]) -> T:
    return row[0]
print(first([1]), Row.__value__, Stack[int]().things, f"{'nested ' + f"{1}"}")
