#| about = "page cache references in a pipe: the way Dirty Pipe went"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import os
read, write = os.pipe()
ask("splice", 0, 0, write, 0, 10, 0)
