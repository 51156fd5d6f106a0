#| about = "a thread's exact flags below, something else above"
#| tools = ["kernel"]
#| expect = ["denied", "crashed", "passed"]
ask("clone", (1 << 32) | 17 | 0x100, 0, 0, 0, 0)
