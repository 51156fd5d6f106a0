#| about = "root again, all three at once"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("setresuid", 0, 0, 0)
