#| about = "names of other people's files"
#| bites = true
#| attempt = true
import os
assert "askling.db" in os.listdir("@FOLDER@")
