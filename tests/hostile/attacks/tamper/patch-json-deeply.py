#| about = "the C encoder's helper is a Python attribute"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import json.encoder
json.encoder.encode_basestring_ascii = json.encoder.encode_basestring = lambda text: '"value": 4, "x"'
json.encoder.JSONEncoder.default = lambda self, thing: 4
def f(x):
    return 0
