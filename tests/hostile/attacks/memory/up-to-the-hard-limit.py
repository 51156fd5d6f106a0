#| about = "what is kept back for the report is not much"
#| expect = ["too big", "crashed", "denied"]
import resource
soft, hard = resource.getrlimit(resource.RLIMIT_AS)
resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
if hard == resource.RLIM_INFINITY or hard - soft > 64 << 20:
    print("BREACH", soft, hard)
bytearray(512 << 20)
