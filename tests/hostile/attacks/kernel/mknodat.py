#| about = "devices are a way past every file rule"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mknodat", -100, b"device", 0o020666, 0x103)
