#| about = "a socket to the hypervisor"
#| tools = ["kernel"]
ask("socket", 40, 1, 0)
