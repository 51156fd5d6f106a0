#| about = "a number that no table has"
#| machines = ["x86_64"]
#| tools = ["kernel"]
#| expect = ["forbidden", "denied"]
ask_number(-1)
