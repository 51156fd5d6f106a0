#| about = "in a container the first process is the bot"
#| attempt = true
assert open("/proc/1/environ").read()
