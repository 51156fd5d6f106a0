#| about = "paths from profiling cookies"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("lookup_dcookie", 0, 0, 0)
