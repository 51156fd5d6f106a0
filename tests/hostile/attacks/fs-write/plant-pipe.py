#| about = "a pipe where the bot wants a file: it would wait for ever"
#| attempt = true
import os
os.mkfifo("@FOLDER@/backup.db")
