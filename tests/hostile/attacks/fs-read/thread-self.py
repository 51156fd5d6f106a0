#| about = "the same folder by another name"
#| attempt = true
assert open("/proc/thread-self/environ").read()
