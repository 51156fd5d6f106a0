#| out = "got x\n1 2 3\nend\n"
def numbers():
    got = yield 1
    print("got", got)
    yield from (2, 3)
    return "end"
flow = numbers()
print(next(flow), flow.send("x"), next(flow))
try:
    next(flow)
except StopIteration as end:
    print(end.value)
