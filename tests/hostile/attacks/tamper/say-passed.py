#| about = "there is no word for it, so nothing happens"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
for word in ("passed", "ok", "right", "success"):
    send(b'{"%s": true}\n{"outcome": "%s"}\n{"event": "%s"}\n{"verdict": "%s"}\n' % ((word.encode(),) * 4))
def f(x):
    return 0
