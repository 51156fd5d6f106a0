#| about = "talking to hardware ports"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
#| machines = ["x86_64"]
ask("ioperm", 0, 1, 1)
