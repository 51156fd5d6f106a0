#| out = "first\nsecond\n"
import sched, time
plan = sched.scheduler(time.monotonic, time.sleep)
plan.enter(0.002, 1, print, ("second",))
plan.enter(0.001, 1, print, ("first",))
plan.run()
