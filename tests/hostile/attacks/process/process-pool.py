#| about = "concurrent.futures"
#| bites = true
#| attempt = true
import concurrent.futures
with concurrent.futures.ProcessPoolExecutor(2) as pool:
    pool.submit(print, "BREACH").result(1)
