#| about = "memory that not even the kernel maps"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("memfd_secret", 0)
