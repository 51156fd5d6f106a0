#| about = "moves segment registers and maps old vdso pages"
#| machines = ["x86_64"]
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("arch_prctl", 0x2001, 0x10000)
