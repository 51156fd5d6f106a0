#| about = "an earlier learner changed what everybody calls"
#| before = "import builtins; builtins.left = 1; builtins.sum = lambda *a: 42; builtins.print = lambda *a, **k: None"
import builtins
print("BREACH" if hasattr(builtins, "left") or sum([1]) != 1 else "DENIED")
