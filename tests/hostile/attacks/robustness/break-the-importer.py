#| about = "nothing can be loaded any more"
#| expect = ["crashed", "passed", "exited"]
import sys
sys.meta_path.clear()
sys.path.clear()
sys.path_hooks.clear()
sys.modules.pop("colorsys", None)
import colorsys
