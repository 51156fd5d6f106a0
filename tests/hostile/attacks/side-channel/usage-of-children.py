#| about = "processor time of children that are not ours"
import resource
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("BREACH" if used.ru_utime or used.ru_maxrss else "DENIED", used.ru_utime)
