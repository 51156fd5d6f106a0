#| out = "one ['two\\n'] b'ab' é\n"
import io
stream = io.StringIO("one\ntwo\n")
print(stream.readline().strip(), list(stream), io.BytesIO(b"abc").read(2), io.TextIOWrapper(io.BytesIO(b"\xc3\xa9"), "utf-8").read())
