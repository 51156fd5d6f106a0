#| about = "processor time of another"
#| bites = true
#| victim = true
#| attempt = true
import resource
resource.prlimit(@PID@, resource.RLIMIT_CPU, (0, 0))
