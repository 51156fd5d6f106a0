#| about = "tags that nobody knows, and Python's own names among them"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
for tag in ("object", "eval", "__class__", "__reduce__", "py/object", "$type", "type", ""):
    send(b'{"probe": 0, "value": {"%s": ["os.system", "echo BREACH"]}}\n' % tag.encode())
def f(x):
    return 0
