#| out = "42 3 True\n(1, 0.0, 0.0) mine __main__\n"
space = {}
exec("def f(x): return x * 2", space)
print(space["f"](21), eval("a + 1", {"a": 2}), compile("1+1", "s", "eval").co_code != b"")
import importlib, types
module = types.ModuleType("mine")
print(importlib.import_module("colorsys").hsv_to_rgb(0, 1, 1), module.__name__, __name__)
