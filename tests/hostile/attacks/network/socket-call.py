#| about = "the call itself, past Python's module"
#| tools = ["kernel"]
ask("socket", 2, 1, 0)
