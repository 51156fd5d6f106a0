#| out = "['.tar', '.gz'] c.tar b/c.tar.gz /b b ('x', '.py')\n"
import os.path, pathlib
path = pathlib.PurePosixPath("/a/b") / "c.tar.gz"
print(path.suffixes, path.stem, path.relative_to("/a"), os.path.join("a", "/b"), os.path.normpath("a/../b"), os.path.splitext("x.py"))
