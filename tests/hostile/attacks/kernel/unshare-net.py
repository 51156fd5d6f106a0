#| about = "a network of one's own, with netfilter to attack"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("unshare", 0x50000000)
