#| about = "what the judge was started with"
#| bites = true
#| attempt = true
assert open("/proc/self/environ").read()
