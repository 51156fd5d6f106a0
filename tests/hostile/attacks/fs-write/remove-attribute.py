#| about = "taking a capability or a label away"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("removexattr", b"@SECRET@", b"user.x")
