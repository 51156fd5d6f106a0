#| about = "the call itself, past Python's module"
#| bites = true
#| tools = ["kernel"]
ask("socket", 2, 1, 0)
