#| about = "expected values never enter the process: nothing to find"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import gc, sys
found = []
for one in gc.get_objects():
    if isinstance(one, dict):
        found += [one[key] for key in list(one) if isinstance(key, str) and key in ("expected", "answers", "key", "wanted")]
    elif isinstance(one, (list, tuple)) and len(one) == 2 and list(one) == [4, 9]:
        found.append(one)
def f(x):
    for one in found:
        if isinstance(one, (list, tuple)) and len(one) == 2 and one is not f.__code__.co_consts:
            return one[x - 2]
    return 0
