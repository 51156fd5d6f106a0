#| about = "taking the swap away"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("swapoff", b"/swap")
