#| about = "READ_IMPLIES_EXEC makes every readable page executable"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("personality", 0x0400000)
