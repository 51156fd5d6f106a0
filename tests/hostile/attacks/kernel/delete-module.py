#| about = "unloading a kernel module"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("delete_module", b"nothing", 0)
