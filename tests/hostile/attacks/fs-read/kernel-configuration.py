#| about = "settings of the machine"
#| attempt = true
open("/proc/sys/kernel/random/boot_id").read()
