#| about = "last in the queue for the disk"
#| tools = ["kernel"]
ask("ioprio_set", 1, @PID@, 3 << 13)
