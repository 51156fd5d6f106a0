#| out = "ca978112 0cc175b9 772b71c8 b'aGk=' 3904355907 b'61'\n"
import base64, binascii, hashlib, hmac, zlib
print(hashlib.sha256(b"a").hexdigest()[:8], hashlib.md5(b"a").hexdigest()[:8], hmac.new(b"k", b"m", "sha1").hexdigest()[:8], base64.b64encode(b"hi"), zlib.crc32(b"a"), binascii.hexlify(b"a"))
