#| about = "process accounting writes a file the attacker names"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("acct", 0)
