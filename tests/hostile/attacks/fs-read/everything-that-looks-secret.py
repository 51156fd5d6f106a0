#| about = "a walk over all there is to see"
#| bites = true
import os
hits = []
for folder, _, names in os.walk("/"):
    for name in names:
        if name.endswith((".db", ".sqlite", ".env", ".toml", ".pem", ".key")) and "python3" not in folder:
            try:
                open(os.path.join(folder, name), "rb").read(1)
            except OSError:
                continue
            hits.append(os.path.join(folder, name))
print("BREACH" if hits else "DENIED", hits[:3])
