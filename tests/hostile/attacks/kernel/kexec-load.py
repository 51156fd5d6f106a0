#| about = "another kernel instead of this one"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("kexec_load", 0, 0, 0, 0)
