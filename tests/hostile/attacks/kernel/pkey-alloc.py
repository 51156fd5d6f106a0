#| about = "protection keys"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("pkey_alloc", 0, 0)
