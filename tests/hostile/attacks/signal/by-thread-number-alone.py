#| about = "tkill needs no group at all"
#| tools = ["kernel"]
#| victim = true
ask("tkill", @PID@, 9)
