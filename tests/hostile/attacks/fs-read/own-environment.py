#| about = "what the judge was started with"
#| attempt = true
assert open("/proc/self/environ").read()
