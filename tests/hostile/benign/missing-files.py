#| out = "no True\nno True\nFalse\n"
import pathlib
for path in ("nope.txt", "/no/such/folder/x"):
    try:
        open(path)
    except OSError as error:
        print("no", type(error).__name__ in ("FileNotFoundError", "PermissionError"))
print(pathlib.Path("nope").exists())
