#| about = "or left a module where the next one imports from"
#| before = "open('colorsys.py', 'w').write('BAD = 1')"
import colorsys
print("BREACH" if hasattr(colorsys, "BAD") else "DENIED")
