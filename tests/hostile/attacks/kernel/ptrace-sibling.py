#| about = "the next learner's process is one number away"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
#| victim = true
import os
for number in range(os.getpid() - 3, os.getpid() + 4):
    if number != os.getpid():
        ask("ptrace", 0x4206, number, 0, 0)
