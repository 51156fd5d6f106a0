#| about = "key rings had a decade of use-after-free bugs"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("add_key", b"user", b"x", b"y", 1, -3)
