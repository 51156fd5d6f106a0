#| about = "the same with a dictionary of 1.5 GiB"
#| expect = ["too big", "denied", "crashed"]
import lzma
try:
    lzma.LZMADecompressor(format=lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": (1 << 32) - 1}]).decompress(b"\1\0\0x\0")
except (lzma.LZMAError, MemoryError) as refusal:
    print("DENIED", type(refusal).__name__)
