#| about = "the verifier is the largest attack surface of all"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("bpf", 0, buffer(128), 128)
