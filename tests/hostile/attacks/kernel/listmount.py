#| about = "newer than most filters: every mount of the machine"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("listmount", buffer(24), buffer(64), 8, 0)
