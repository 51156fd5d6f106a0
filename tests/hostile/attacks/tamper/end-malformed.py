#| about = "a last word of every wrong kind, as large as it gets"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
for end in ('{"end": {"a": 1}}', '{"end": 1}', '{"end": "exit", "code": 1e999}', '{"end": "done", "cpu": NaN}', '{"end": "done", "cpu": -1e308}', '{"end": "raised", "error": [1], "bases": {}, "message": 3, "traceback": null}'):
    send(end.encode() + b"\n")
os._exit(0)
