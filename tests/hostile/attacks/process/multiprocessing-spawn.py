#| about = "the same, by starting Python again"
#| bites = true
#| attempt = true
#| refused_by = ["OSError", "AttributeError"]
import multiprocessing
multiprocessing.get_context("spawn").Process(target=print, args=("BREACH",)).start()
