#| about = "the same folder by another name"
#| bites = true
#| attempt = true
assert open("/proc/thread-self/environ").read()
