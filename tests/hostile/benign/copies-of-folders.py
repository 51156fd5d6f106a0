#| fails_in = ["root without namespaces", "user without namespaces", "container", "container without slots", "seccomp alone"]
#| out = "['a.txt', 'inner', 'inner/b.txt'] one two\n"
import os, shutil
os.makedirs("first/inner")
for name, text in (("a.txt", "one"), ("inner/b.txt", "two")):
    with open(f"first/{name}", "w") as file:
        file.write(text)
shutil.copytree("first", "second")
shutil.copy2("first/a.txt", "third.txt")
found = [os.path.relpath(os.path.join(path, name), "second") for path, inner, files in os.walk("second") for name in inner + files]
print(sorted(found), open("third.txt").read(), open("second/inner/b.txt").read())
