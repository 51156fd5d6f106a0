#| about = "folders so deep that clean-up fails (isolate keeps such a box for ever)"
#| attempt = true
import os
for _ in range(3_000):
    os.mkdir("d")
    os.chdir("d")
