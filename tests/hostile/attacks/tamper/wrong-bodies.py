#| about = "right tags with bodies of a wrong kind"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
bodies = ("null", "[]", "{}", "-1", '"x"', "[[]]", "[[1]]", "[1,2,3,4]", '{"dict": 1}', "[[[],[]],[[],[]]]")
for tag in ("int", "float", "str", "tuple", "set", "frozenset", "dict", "bytes", "bytearray", "complex", "range", "foreign"):
    for body in bodies:
        send(f'{{"probe": 0, "value": {{"{tag}": {body}}}}}\n'.encode())
def f(x):
    return 0
