#| about = "settings of the machine"
#| bites = true
#| attempt = true
open("/proc/sys/kernel/random/boot_id").read()
