#| about = "a second name in one's own folder for a file outside it, as the first step of many escapes"
import os
made = []
for act in (os.symlink, os.link):
    for target in ("@SECRET@", os.__file__, "."):
        try:
            act(target, f"link{len(made)}")
        except OSError:
            continue
        made.append((act.__name__, target))
print("BREACH" if made else "DENIED", made)
