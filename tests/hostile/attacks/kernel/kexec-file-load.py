#| about = "another kernel, from a file"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("kexec_file_load", 0, 0, 0, 0, 0)
