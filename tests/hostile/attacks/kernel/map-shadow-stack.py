#| about = "maps memory of a kind that few filters know"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("map_shadow_stack", 0, 4096, 0)
