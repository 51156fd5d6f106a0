#| about = "another process's token"
#| attempt = true
assert "TOPSECRET" in open("/proc/@PID@/environ").read()
