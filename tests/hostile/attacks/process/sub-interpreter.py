#| about = "a second interpreter with its own everything; it lives behind the same walls"
#| expect = ["denied", "crashed", "exited"]
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
import os
answer, say = os.pipe()
code = f"import os\ntry:\n    open('@SECRET@')\nexcept OSError:\n    os.write({say}, b'DENIED')\nelse:\n    os.write({say}, b'BREACH')\n"
interpreters.run_string(interpreters.create(), code)
print(os.read(answer, 10).decode())
