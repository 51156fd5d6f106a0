#| about = "the newer way of tracing"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
if hasattr(sys, "monitoring"):
    monitoring = sys.monitoring
    monitoring.use_tool_id(2, "x")
    monitoring.set_events(2, monitoring.events.PY_START | monitoring.events.CALL)
    monitoring.register_callback(2, monitoring.events.PY_START, lambda *a: 1 / 0)
    monitoring.register_callback(2, monitoring.events.CALL, lambda *a: 1 / 0)
def f(x):
    return 0
