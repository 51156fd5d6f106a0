#| about = "the oldest call that opens"
#| bites = true
#| tools = ["kernel"]
#| machines = ["x86_64"]
ask("creat", b"@SECRET@", 0o600)
