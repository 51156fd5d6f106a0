#| about = "addresses, for the attack that comes after"
#| bites = true
#| attempt = true
assert open("/proc/self/maps").read()
