#| about = "its functions can be found and given other code; that only changes what is reported"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import gc, types
for one in gc.get_objects():
    if isinstance(one, types.FunctionType) and one.__module__ not in (__name__, "__main__"):
        if any(word in one.__name__ for word in ("encode", "describe", "answer", "play", "say", "reply", "report")):
            try:
                one.__code__ = (lambda *a, **k: 4).__code__
            except ValueError:
                pass
def f(x):
    return 0
