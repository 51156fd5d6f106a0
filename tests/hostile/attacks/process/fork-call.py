#| about = "past Python's module"
#| bites = true
#| tools = ["kernel"]
#| machines = ["x86_64"]
ask("fork")
