#| about = "allowing anybody to attach"
#| tools = ["kernel"]
ask("prctl", 0x59616D61, -1, 0, 0, 0)
