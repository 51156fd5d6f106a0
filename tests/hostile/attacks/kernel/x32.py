#| about = "the other calling convention must not skip the filter"
#| machines = ["x86_64"]
#| tools = ["kernel"]
#| expect = ["forbidden", "denied"]
ask_number(0x40000000 + 39)
