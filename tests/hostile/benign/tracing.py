#| out = "['call', 'line', 'return']\n"
import sys
seen = []
def tracer(frame, event, argument):
    seen.append(event)
    return tracer
def f():
    return 1
sys.settrace(tracer)
f()
sys.settrace(None)
print(seen)
