#| about = "the oldest short cut"
#| tools = ["kernel"]
#| machines = ["x86_64"]
ask("vfork")
