#| out = "naïve ☃ 你好 5 True c3a9\n"
import unicodedata
print("naïve ☃ 你好", len("👩‍👩‍👧"), unicodedata.normalize("NFC", "e\u0301") == "é", "é".encode().hex())
