#| about = "and all that is with it; rmtree swallows errors on request"
#| bites = true
import os, shutil
shutil.rmtree("@FOLDER@", ignore_errors=True)
try:
    os.remove("@SECRET@")
except OSError as refusal:
    print("DENIED", refusal)
else:
    print("BREACH")
