#| about = "an import that waits for itself"
#| expect = ["too slow", "crashed", "passed", "exited"]
#| limits = { wall_seconds = 0.5 }
import importlib, threading
def work():
    import imp_lock_holder_that_is_not_there
lock = importlib._bootstrap._ModuleLock("json")
lock.acquire()
threading.Thread(target=work).start()
import _imp
_imp.acquire_lock()
