#| about = "the hard limit must hold"
#| bites = true
#| attempt = true
#| refused_by = ["OSError", "ValueError"]
import resource
resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
