#| about = "a descriptor that jobs come through must be gone before learners' code starts"
#| victim = true
#| expect = ["denied", "passed"]
import os, select, time
deadline = time.monotonic() + 0.3
others = []
for number in range(4, 64):
    try:
        os.set_blocking(number, False)
    except OSError:
        continue
    others.append(number)
while time.monotonic() < deadline and others:
    for number in select.select(others, [], [], 0.05)[0]:
        try:
            stolen = os.read(number, 65536)
        except OSError:
            continue
        if stolen:
            print("BREACH", stolen[:80])
print("DENIED")
