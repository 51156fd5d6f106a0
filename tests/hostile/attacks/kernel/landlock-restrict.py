#| about = "at most sixteen layers stack: using them up would break a later harness"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("landlock_restrict_self", 0, 0)
