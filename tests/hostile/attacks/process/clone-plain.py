#| about = "what fork is made of"
#| tools = ["kernel"]
ask("clone", 17, 0, 0, 0, 0)
