#| about = "the overflow itself (CVE-2022-0185)"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("fsconfig", 3, 1, b"a", b"b", 0)
