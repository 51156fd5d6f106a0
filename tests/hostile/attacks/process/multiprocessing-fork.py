#| about = "a pool of workers"
#| attempt = true
import multiprocessing
multiprocessing.get_context("fork").Process(target=print, args=("BREACH",)).start()
