#| about = "memory policy: a history of overflows"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mbind", 0, 0, 0, 0, 0, 0)
