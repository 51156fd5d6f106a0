#| about = "timers that signal a thread by number"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("timer_create", 0, 0, buffer(8))
