#| about = "the door that people know"
#| attempt = true
import subprocess
subprocess.run(["/bin/sh", "-c", "echo BREACH"], check=True)
