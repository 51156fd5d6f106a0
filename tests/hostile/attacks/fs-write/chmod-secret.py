#| about = "metadata only: a file that nobody can read stops the bot; Landlock allows it"
#| attempt = true
import os
os.chmod("@SECRET@", 0)
