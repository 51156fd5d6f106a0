#| about = "past Python's module"
#| tools = ["kernel"]
#| machines = ["x86_64"]
ask("fork")
