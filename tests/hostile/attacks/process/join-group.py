#| about = "the group of somebody else hears our terminal"
#| tools = ["kernel"]
ask("setpgid", 0, @PID@)
