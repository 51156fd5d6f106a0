#| about = "signals waiting to be delivered are kernel memory as well"
#| bites = true
#| tools = ["kernel"]
import os
for _ in range(100):
    ask("rt_sigqueueinfo", os.getpid(), 34, buffer(128), quiet=True)
print("DENIED")
