#| about = "makes the parent a debugger"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("ptrace", 0, 0, 0, 0)
