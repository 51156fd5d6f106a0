#| about = "the memory of the machine as a file"
#| attempt = true
open("/dev/mem", "rb")
