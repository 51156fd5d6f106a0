#| about = "segments that only DOS programs and exploits use"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
#| machines = ["x86_64"]
ask("modify_ldt", 0, buffer(16), 16)
