#| about = "or a module that the harness imports too"
#| before = "import json, math, random, string; json.dumps = json.loads = None; math.pi = 3; random.random = lambda: 0.5; string.digits = ''"
import json, math, random, string
ok = math.pi > 3 and random.random() != 0.5 and string.digits and json.loads(json.dumps([1])) == [1]
print("DENIED" if ok else "BREACH")
