#| about = "no descriptors for the judge: it could never answer again"
#| victim = true
#| attempt = true
import os, resource
resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (0, 0))
