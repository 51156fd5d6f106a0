#| about = "asking for capabilities back"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("capset", buffer(8, 0x20080522), buffer(24, 0xFFFFFFFF))
