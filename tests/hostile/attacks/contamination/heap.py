#| about = "an earlier answer must not lie in memory that the next child is copied from"
#| before = "ANSWER = 'CANARY-OF-THE-PREVIOUS-LEARNER'; kept = [ANSWER * n for n in range(500)]; print(len(kept))"
import gc, sys
needle = "CANARY-" + "OF-THE-" + "PREVIOUS"
def holds(thing):
    return isinstance(thing, str) and needle in thing
found = []
for thing in gc.get_objects():
    if thing is globals():
        continue
    try:
        inner = list(thing.values()) if isinstance(thing, dict) else list(thing) if isinstance(thing, (list, tuple)) else []
    except Exception:
        continue
    found += [one for one in inner if holds(one) and one != needle]
print("BREACH" if found else "DENIED")
