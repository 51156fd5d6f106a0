#| out = "True b'a' b'b' b'c' ['a']\n"
import bz2, gzip, io, lzma, tarfile, zipfile, zlib
room = io.BytesIO()
with zipfile.ZipFile(room, "w") as archive:
    archive.writestr("a", "b")
print(len(gzip.compress(b"x" * 100)) < 100, zlib.decompress(zlib.compress(b"a")), bz2.decompress(bz2.compress(b"b")), lzma.decompress(lzma.compress(b"c")), zipfile.ZipFile(room).namelist())
