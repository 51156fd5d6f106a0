#| about = "a folder where the bot wants a file"
#| attempt = true
import os
os.mkdir("@FOLDER@/backup.db")
