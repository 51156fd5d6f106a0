#| about = "the flags lie behind a pointer, where a filter cannot look"
#| bites = true
#| tools = ["kernel"]
ask("clone3", buffer(88, 17), 88)
