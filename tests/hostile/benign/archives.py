#| fails_in = ["root without namespaces", "user without namespaces", "container without slots", "seccomp alone"]
#| out = "['d/a.txt', 'd/b.txt'] one two\n{'a.txt': 3, 'b.txt': 3}\n"
import io, os, tarfile, zipfile
os.makedirs("d")
for name, text in (("a.txt", "one"), ("b.txt", "two")):
    with open(f"d/{name}", "w") as file:
        file.write(text)
with zipfile.ZipFile("z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write("d/a.txt")
    archive.write("d/b.txt")
with zipfile.ZipFile("z.zip") as archive:
    archive.extractall("out")
    print(sorted(archive.namelist()), open("out/d/a.txt").read(), open("out/d/b.txt").read())
with tarfile.open("t.tar", "w") as archive:
    archive.add("d/a.txt", "a.txt")
    archive.add("d/b.txt", "b.txt")
with tarfile.open("t.tar") as archive:
    print({member.name: len(archive.extractfile(member).read()) for member in archive})
