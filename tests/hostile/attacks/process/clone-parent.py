#| about = "a sibling instead of a child, to outlive us"
#| bites = true
#| tools = ["kernel"]
ask("clone", 0x8000 | 17, 0, 0, 0, 0)
