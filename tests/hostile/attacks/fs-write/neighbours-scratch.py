#| about = "scratch folders that lie beside one's own; what is there belongs to the same user"
import os
base, own = os.path.split(os.path.dirname(os.getcwd()))
done = []
def attempt(act, *arguments):
    try:
        act(*arguments)
    except OSError:
        return
    done.append((act.__name__, arguments))
for number in range(16):
    if str(number) == own:
        continue
    folder = os.path.join(base, str(number))
    attempt(os.listdir, folder)
    attempt(os.mkdir, os.path.join(folder, "planted"))
    attempt(os.open, os.path.join(folder, "planted"), os.O_CREAT | os.O_WRONLY)
    attempt(os.open, folder, os.O_TMPFILE | os.O_WRONLY)
    attempt(os.open, folder, os.O_RDONLY | os.O_DIRECTORY)
    attempt(os.rename, os.getcwd(), os.path.join(folder, "planted"))
    attempt(os.rename, folder, os.path.join(base, "moved"))
    attempt(os.rmdir, folder)
    attempt(os.truncate, folder, 0)
attempt(os.listdir, base)
attempt(os.mkdir, os.path.join(base, "planted"))
if base == "/":  # a private root: its folders can be listed, and are the library's
    done = [one for one in done if one != ("listdir", ("/",))]
print("BREACH" if done else "DENIED", done)
