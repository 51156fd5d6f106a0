#| out = "True 1970 01:00 True True\n"
import time
start = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - start >= 0.009, time.gmtime(0).tm_year, time.strftime("%H:%M", time.gmtime(3600)), time.monotonic() > 0, time.process_time() >= 0)
