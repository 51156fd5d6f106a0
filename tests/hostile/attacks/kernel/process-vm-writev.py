#| about = "writes into another process"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("process_vm_writev", @PID@, buffer(16), 1, buffer(16), 1, 0)
