#| out = "PermissionError\n"
import subprocess
try:
    subprocess.run(["ls"], check=True)
except OSError as error:
    print(type(error).__name__)
