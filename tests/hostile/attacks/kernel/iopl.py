#| about = "talking to every hardware port"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
#| machines = ["x86_64"]
ask("iopl", 3)
