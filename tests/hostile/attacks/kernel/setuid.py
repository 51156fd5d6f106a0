#| about = "root again"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("setuid", 0)
