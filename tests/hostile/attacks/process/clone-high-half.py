#| about = "the upper half of the flags must not fool the filter"
#| bites = true
#| tools = ["kernel"]
ask("clone", (1 << 40) | 17, 0, 0, 0, 0)
