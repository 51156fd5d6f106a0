#| about = "last in the queue for the disk"
#| bites = true
#| tools = ["kernel"]
ask("ioprio_set", 1, @PID@, 3 << 13)
