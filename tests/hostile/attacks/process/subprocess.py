#| about = "the door that people know"
#| bites = true
#| attempt = true
import subprocess
subprocess.run(["/bin/sh", "-c", "echo BREACH"], check=True)
