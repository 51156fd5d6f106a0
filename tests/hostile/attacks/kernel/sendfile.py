#| about = "a copy inside the kernel; no lesson needs it"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import os
ask("sendfile", os.pipe()[1], 0, 0, 0)
