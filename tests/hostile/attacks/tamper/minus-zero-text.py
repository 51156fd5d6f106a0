#| about = "a repr that looks right"
#| expect = ["not passed"]
#| calls = ["f(2)"]
#| expected = ["'4'"]
class Text(str):
    def __repr__(self):
        return "'4'"
def f(x):
    return Text("5")
