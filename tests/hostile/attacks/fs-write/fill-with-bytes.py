#| about = "at most a few MiB may land anywhere"
#| expect = ["denied", "passed"]
total = 0
try:
    for at in range(2_000):
        with open(f"file{at}", "wb") as file:
            for _ in range(64):
                total += file.write(b"x" * 65536)
except OSError as refusal:
    print("DENIED", refusal)
print("BREACH" if total > 8_000_000 else "bounded", total)
