#| about = "swapping onto a file of one's own shows everybody's memory"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("swapon", b"/swap", 0)
