#| about = "fchmodat2 came in 2023"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("fchmodat2", -100, b"@SECRET@", 0, 0)
