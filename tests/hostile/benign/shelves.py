#| fails_in = ["root without namespaces", "user without namespaces", "container without slots", "seccomp alone"]
#| out = "['a', 'b'] [1, 2]\n"
import shelve
with shelve.open("names") as shelf:
    shelf["a"], shelf["b"] = [1], {"x": (1, 2)}
with shelve.open("names", writeback=True) as shelf:
    shelf["a"].append(2)
with shelve.open("names", "r") as shelf:
    print(sorted(shelf), shelf["a"])
