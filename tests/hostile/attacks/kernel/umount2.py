#| about = "taking away a mount uncovers what lies below it"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("umount2", b"/", 2)
