#| fails_in = ["root without namespaces", "user without namespaces", "container without slots", "seccomp alone"]
#| out = "x\nTrue\nFalse 3\n"
import os, tempfile
with tempfile.NamedTemporaryFile("w+") as file:
    file.write("x")
    file.seek(0)
    print(file.read())
with tempfile.TemporaryDirectory() as folder:
    print(os.path.isdir(folder))
print(os.path.exists(folder), tempfile.TemporaryFile().write(b"abc"))
