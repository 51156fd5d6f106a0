#| about = "a debugger waits for commands"
#| expect = ["crashed", "passed", "exited"]
breakpoint()
