#| about = "compares kernel pointers of two processes"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import os
ask("kcmp", os.getpid(), @PID@, 1, 0, 0)
