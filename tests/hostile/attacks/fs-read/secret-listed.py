#| about = "names of other people's files"
#| attempt = true
import os
assert "askling.db" in os.listdir("@FOLDER@")
