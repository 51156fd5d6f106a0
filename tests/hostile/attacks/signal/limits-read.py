#| about = "even reading tells"
#| attempt = true
import resource
resource.prlimit(@PID@, resource.RLIMIT_CPU)
