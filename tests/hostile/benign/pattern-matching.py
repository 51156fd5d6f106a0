#| out = "point 1,2 list number other\n"
def what(thing):
    match thing:
        case {"kind": "point", "at": [x, y]}:
            return f"point {x},{y}"
        case [first, *_] if first > 1:
            return "list"
        case int() | float():
            return "number"
        case _:
            return "other"
print(what({"kind": "point", "at": [1, 2]}), what([2, 3]), what(1.5), what(None))
