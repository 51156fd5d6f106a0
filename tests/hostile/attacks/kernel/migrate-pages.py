#| about = "moves another process's memory about"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("migrate_pages", @PID@, 0, 0, 0)
