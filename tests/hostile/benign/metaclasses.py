#| out = "['A', 'B'] B ['A', 'B'] True\n"
class Registry(type):
    known = []
    def __new__(meta, name, bases, space):
        cls = super().__new__(meta, name, bases, space)
        meta.known.append(name)
        return cls
class A(metaclass=Registry):
    pass
print(Registry.known, type("B", (A,), {}).__name__, Registry.known, isinstance(A, Registry))
