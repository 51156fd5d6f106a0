#| about = "a pool of workers"
#| bites = true
#| attempt = true
import multiprocessing
multiprocessing.get_context("fork").Process(target=print, args=("BREACH",)).start()
