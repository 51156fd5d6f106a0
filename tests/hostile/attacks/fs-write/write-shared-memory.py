#| about = "memory that no limit counts"
#| attempt = true
open("/dev/shm/@STRAY@", "w").write("x")
