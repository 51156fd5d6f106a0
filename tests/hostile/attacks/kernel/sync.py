#| about = "makes the whole machine write to its disks"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("sync")
