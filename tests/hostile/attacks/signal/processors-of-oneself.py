#| about = "or on the one that the bot likes"
#| bites = true
#| tools = ["kernel"]
ask("sched_setaffinity", 0, 8, buffer(8, 1))
