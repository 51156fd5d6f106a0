#| about = "or the table of modules"
#| before = "import sys, types; sys.modules['statistics'] = types.ModuleType('statistics'); sys.modules['left'] = sys"
import statistics
try:
    import left
except ImportError:
    print("DENIED" if statistics.mean([1]) == 1 else "BREACH")
else:
    print("BREACH")
