#| about = "a debugger owns what it attaches to"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("ptrace", 16, @PID@, 0, 0)
