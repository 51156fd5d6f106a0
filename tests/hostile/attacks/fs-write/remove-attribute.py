#| about = "taking a capability or a label away"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("removexattr", b"@SECRET@", b"user.x")
