#| about = "an immutable file cannot be written by the bot either"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("file_setattr", -100, b"@SECRET@", buffer(64), 64, 0)
