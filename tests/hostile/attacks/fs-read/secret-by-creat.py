#| about = "the oldest call that opens"
#| tools = ["kernel"]
#| machines = ["x86_64"]
ask("creat", b"@SECRET@", 0o600)
