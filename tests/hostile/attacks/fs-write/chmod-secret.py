#| about = "Landlock has no rule about modes; where the call only seems to work, the mode must be what it was"
#| bites = true
#| attempt = true
import os
before = os.stat("@SECRET@").st_mode
os.chmod("@SECRET@", 0)
if os.stat("@SECRET@").st_mode == before:
    raise PermissionError("nothing was changed")
