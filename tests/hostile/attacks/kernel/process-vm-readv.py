#| about = "reads the token out of another process"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("process_vm_readv", @PID@, buffer(16), 1, buffer(16), 1, 0)
