#| out = "b'aXYd' (1, 2) 0100000002000000 256 b'5'\n"
import array, struct
view = memoryview(bytearray(b"abcd"))
view[1:3] = b"XY"
print(bytes(view), struct.unpack("<HB", b"\1\0\2"), array.array("i", [1, 2]).tobytes().hex(), int.from_bytes(b"\1\0", "big"), b"%d" % 5)
