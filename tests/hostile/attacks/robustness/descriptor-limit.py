#| about = "nor may there be any"
#| expect = ["passed", "crashed", "exited", "denied"]
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
import colorsys
