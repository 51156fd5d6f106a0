#| fails_in = ["root without namespaces", "user without namespaces", "container without slots", "seccomp alone"]
#| out = "['one', 'two']\n['a.txt', 'd/c.txt'] 8\n['a.txt'] b'one'\n"
import glob, os, pathlib, shutil
pathlib.Path("a.txt").write_text("one\ntwo\n")
with open("a.txt") as file:
    print([line.strip() for line in file])
os.makedirs("d/e")
shutil.copy("a.txt", "d/e/b.txt")
os.rename("d/e/b.txt", "d/c.txt")
print(sorted(glob.glob("**/*.txt", recursive=True)), os.path.getsize("a.txt"))
shutil.rmtree("d")
print(sorted(os.listdir(".")), pathlib.Path("a.txt").read_bytes()[:3])
