#| out = "{\n \"a\": {},\n \"b\": [\n  1,\n  null,\n  true,\n  1.5,\n  \"é\"\n ]\n}\n{'x': 100.0} True\n"
import json
text = json.dumps({"b": [1, None, True, 1.5, "é"], "a": {}}, sort_keys=True, indent=1, ensure_ascii=False)
print(text)
print(json.loads('{"x": 1e2}'), json.loads("[NaN]")[0] != 0)
