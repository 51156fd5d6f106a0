#| about = "setxattrat came in 2024"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("setxattrat", -100, b"@SECRET@", 0, b"user.x", buffer(16), 16)
