#| about = "doubles page references between pipes"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import os
(one, _), (_, two) = os.pipe(), os.pipe()
ask("tee", one, two, 10, 2)
