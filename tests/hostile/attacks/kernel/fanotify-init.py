#| about = "watches every file of the machine"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("fanotify_init", 0, 0)
