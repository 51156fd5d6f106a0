#| about = "interrupts every processor of the machine"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("membarrier", 1 << 3, 0, 0)
