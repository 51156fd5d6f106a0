#| about = "a longer limit"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.5 }
import resource
try:
    resource.setrlimit(resource.RLIMIT_CPU, (1000, 1000))
    print("BREACH")
except (ValueError, OSError) as refusal:
    print("DENIED", refusal)
while True:
    pass
