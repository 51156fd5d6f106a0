#| about = "a pipe where the bot wants a file: it would wait for ever"
#| bites = true
#| attempt = true
import os
os.mkfifo("@FOLDER@/backup.db")
