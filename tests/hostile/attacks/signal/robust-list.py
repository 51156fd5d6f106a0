#| about = "a list the kernel walks at our death, of another"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("get_robust_list", @PID@, buffer(8), buffer(8))
