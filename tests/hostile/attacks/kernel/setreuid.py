#| about = "root again, by swapping"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("setreuid", 0, 0)
