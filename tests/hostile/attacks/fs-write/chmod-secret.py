#| about = "metadata only: a file that nobody can read stops the bot; Landlock allows it"
#| bites = true
#| attempt = true
import os
os.chmod("@SECRET@", 0)
