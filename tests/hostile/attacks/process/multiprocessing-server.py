#| about = "the same, by a server that forks for us"
#| bites = true
#| attempt = true
#| refused_by = ["OSError", "AttributeError"]
import multiprocessing
multiprocessing.get_context("forkserver").Process(target=print, args=("BREACH",)).start()
