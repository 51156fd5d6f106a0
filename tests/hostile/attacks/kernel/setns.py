#| about = "into the namespaces of somebody else"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("setns", 0, 0)
