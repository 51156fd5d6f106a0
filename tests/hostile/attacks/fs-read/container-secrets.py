#| about = "where orchestrators put their secrets"
import os
found = [path for path in ("/run/secrets", "/var/run/secrets", "/run/docker.sock", "/var/run/docker.sock") if os.access(path, os.R_OK)]
def opened(path):
    try:
        return os.listdir(path) if os.path.isdir(path) else open(path)
    except OSError:
        return None
print("BREACH" if any(map(opened, found)) else "DENIED", found)
