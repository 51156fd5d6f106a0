#| about = "a folder where the bot wants a file"
#| bites = true
#| attempt = true
import os
os.mkdir("@FOLDER@/backup.db")
