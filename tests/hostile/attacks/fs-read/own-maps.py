#| about = "addresses, for the attack that comes after"
#| attempt = true
assert open("/proc/self/maps").read()
