#| out = "(1, 2, (3,), 4, {'d': 5}) 1 None {'c': 3}\n"
def f(a, /, b, *rest, c=3, **more):
    return a, b, rest, c, more
print(f(1, 2, 3, c=4, d=5), (lambda *, k: k)(k=1), f.__defaults__, f.__kwdefaults__)
