#| about = "no memory at all is left to the harness"
#| expect = ["too big", "crashed", "passed", "exited", "denied", "too slow"]
import resource
resource.setrlimit(resource.RLIMIT_AS, (1 << 20, 1 << 20))
