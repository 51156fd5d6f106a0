#| about = "the kernel's own log tells addresses"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("syslog", 3, buffer(64), 64)
