#| about = "the harness speaks JSON"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import json
json.dumps = lambda *a, **k: '{"probe": 0, "value": 4}'
json.JSONEncoder.encode = json.JSONEncoder.iterencode = lambda *a, **k: '{"probe": 0, "value": 4}'
json.encoder.c_make_encoder = None
def f(x):
    return 0
