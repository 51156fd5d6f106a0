#| about = "or put a folder before all others"
#| before = "import sys; sys.path.insert(0, '/tmp/evil'); sys.meta_path.insert(0, sys.meta_path[0]); sys.path_hooks.clear()"
import sys
print("BREACH" if "/tmp/evil" in sys.path or not sys.path_hooks and len(sys.meta_path) > 3 else "DENIED")
