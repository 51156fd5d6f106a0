#| about = "the newest way to open must not be forgotten"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import ctypes
ask("openat2", -100, b"@SECRET@", buffer(24), 24)
