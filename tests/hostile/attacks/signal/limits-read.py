#| about = "even reading tells"
#| bites = true
#| attempt = true
import resource
resource.prlimit(@PID@, resource.RLIMIT_CPU)
