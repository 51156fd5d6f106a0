#| about = "a last word that claims to have taken no time, or for ever"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
forge(0, 4)
forge(1, 9)
send(b'{"end": "done", "cpu": 1e300}\n{"end": "done", "cpu": true}\n')
os._exit(0)
