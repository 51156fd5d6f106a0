#| about = "a ruleset of one's own hides an escape among layers"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("landlock_create_ruleset", buffer(8, 1), 8, 0)
