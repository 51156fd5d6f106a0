#| out = "2 2\n"
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
step = counter()
step()
print(step(), step.__closure__[0].cell_contents)
