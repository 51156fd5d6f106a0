#| about = "telling the kernel to kill somebody else first"
#| bites = true
#| attempt = true
open("/proc/self/oom_score_adj", "w").write("-1000")
