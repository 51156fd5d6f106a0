#| about = "rewrites where the kernel believes code and data to be"
#| tools = ["kernel"]
ask("prctl", 35, 1, 0, 0, 0)
