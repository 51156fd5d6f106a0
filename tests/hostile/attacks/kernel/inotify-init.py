#| about = "tells when others touch files; Landlock does not cover it"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("inotify_init1", 0)
