#| about = "takes address randomisation away"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("personality", 0x0040000)
