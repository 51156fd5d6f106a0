#| about = "and its loader trusts as well"
#| expect = ["passed", "crashed", "too big", "too slow"]
#| limits = { wall_seconds = 1.5 }
import os, pickle
for _ in range(2_000):
    try:
        pickle.loads(b"\x80\x04" + os.urandom(40) + b".")
    except Exception:
        pass
