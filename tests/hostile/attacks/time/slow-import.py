#| about = "a finder that never finds"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import sys
class Finder:
    def find_spec(self, *arguments):
        while True:
            pass
sys.meta_path.insert(0, Finder())
import colorsys
