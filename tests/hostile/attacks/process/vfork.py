#| about = "the oldest short cut"
#| bites = true
#| tools = ["kernel"]
#| machines = ["x86_64"]
ask("vfork")
