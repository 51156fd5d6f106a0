#| about = "a private copy of a mount tree"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("open_tree", -100, b"/", 1)
