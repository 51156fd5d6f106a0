#| about = "a frame may claim to come from any file, and a traceback shows its lines"
#| bites = true
import traceback
try:
    exec(compile("1/0", "@SECRET@", "exec"))
except ZeroDivisionError:
    shown = traceback.format_exc()
print("BREACH" if "TOPSECRET" in shown else "DENIED")
