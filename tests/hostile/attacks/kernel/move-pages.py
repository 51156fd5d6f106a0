#| about = "tells where another process's pages lie"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("move_pages", @PID@, 0, 0, 0, 0, 0)
