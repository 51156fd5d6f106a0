#| about = "another process's token"
#| bites = true
#| attempt = true
assert "TOPSECRET" in open("/proc/@PID@/environ").read()
