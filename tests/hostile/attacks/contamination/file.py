#| about = "or left a file"
#| before = "import os, pathlib, tempfile; [pathlib.Path(folder, 'left.txt').write_text('x') for folder in ('.', tempfile.gettempdir()) if os.access(folder, os.W_OK)]"
import os, tempfile
try:
    folder = tempfile.gettempdir()
except OSError:
    folder = "."
print("BREACH" if os.path.exists("left.txt") or os.path.exists(os.path.join(folder, "left.txt")) else "DENIED")
