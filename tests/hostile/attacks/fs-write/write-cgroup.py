#| about = "limits are files for whoever may write them"
#| attempt = true
open("/sys/fs/cgroup/cgroup.procs", "w").write("0")
