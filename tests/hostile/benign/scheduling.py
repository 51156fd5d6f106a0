#| out = "first\nsecond\n"
import sched, time
plan, now = sched.scheduler(time.monotonic, time.sleep), time.monotonic()
plan.enterabs(now + 0.002, 1, print, ("second",))
plan.enterabs(now + 0.001, 1, print, ("first",))
plan.run()
