#| about = "gives user pages to a pipe"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import os
ask("vmsplice", os.pipe()[1], buffer(16), 0, 0)
