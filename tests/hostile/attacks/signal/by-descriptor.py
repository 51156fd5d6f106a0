#| about = "a process descriptor is a right to signal"
#| bites = true
#| tools = ["kernel"]
#| victim = true
handle = ask("pidfd_open", @PID@, 0)
ask("pidfd_send_signal", max(handle, 0), 9, 0, 0)
