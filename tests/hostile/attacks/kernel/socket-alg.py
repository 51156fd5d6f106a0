#| about = "the kernel's cryptography, with bugs of its own"
#| tools = ["kernel"]
ask("socket", 38, 5, 0)
