#| about = "a list that says yes, and shows something else than it holds"
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| expect = ["not passed"]
class Yes(list):
    def __eq__(self, other):
        return True
    def __iter__(self):
        return iter([4])
    def __len__(self):
        return 1
def f(x):
    return Yes([0])
