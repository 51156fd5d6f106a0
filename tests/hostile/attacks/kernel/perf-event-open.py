#| about = "counters that read other processes and the kernel"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("perf_event_open", buffer(128, 1), 0, -1, -1, 0)
