#| about = "a main stack without end"
#| bites = true
#| attempt = true
#| refused_by = ["OSError", "ValueError"]
import resource
resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
