#| about = "bytes that are no UTF-8"
#| expect = ["passed"]
#| clean = ["\ufffd\u001b"]
import sys
sys.stdout.buffer.write(bytes(range(128, 256)) + b"\xed\xa0\x80\xf5\xff\n")
