#| about = "two files change places"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("renameat2", -100, b"@SECRET@", -100, b"@DATABASE@", 2, also=(2,))
