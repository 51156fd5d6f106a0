#| about = "what fork is made of"
#| bites = true
#| tools = ["kernel"]
ask("clone", 17, 0, 0, 0, 0)
