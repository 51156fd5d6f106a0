#| about = "a root of one's own, to confuse set-uid programs"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("chroot", b".")
