#| about = "the newer call"
#| bites = true
#| tools = ["kernel"]
ask("execveat", -100, b"/bin/sh", 0, 0, 0)
