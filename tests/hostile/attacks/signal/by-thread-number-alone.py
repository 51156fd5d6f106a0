#| about = "tkill needs no group at all"
#| bites = true
#| tools = ["kernel"]
#| victim = true
ask("tkill", @PID@, 9)
