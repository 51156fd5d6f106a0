#| about = "the name of the machine"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("sethostname", b"owned", 5)
