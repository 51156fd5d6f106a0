#| fails_in = ["root without namespaces", "user without namespaces", "container without slots", "seccomp alone"]
#| out = "{'a': 1}\nb'b'\n"
import pickle, zipfile
with open("p.bin", "wb") as file:
    pickle.dump({"a": 1}, file)
print(pickle.load(open("p.bin", "rb")))
with zipfile.ZipFile("z.zip", "w") as archive:
    archive.writestr("a", "b")
print(zipfile.ZipFile("z.zip").read("a"))
