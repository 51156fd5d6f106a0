#| about = "a kilobyte that becomes a gigabyte"
#| expect = ["too big", "crashed", "too slow"]
import zlib
bomb = zlib.compress(zlib.compress(bytes(64 << 20), 9), 9)
data = zlib.decompress(zlib.decompress(bomb))
kept = [bytes(data) + bytes([n]) for n in range(20)]
