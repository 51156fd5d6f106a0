#| about = "makes memory that nobody can take back"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mseal", 0x10000, 4096, 0)
