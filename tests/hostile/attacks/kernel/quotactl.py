#| about = "disk quotas"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("quotactl", 0x800001, 0, 0, 0)
