#| about = "the loader of compiled code trusts its input"
#| expect = ["passed", "crashed", "too big", "exited", "too slow"]
#| limits = { wall_seconds = 1.5 }
import marshal, os
for _ in range(2_000):
    try:
        marshal.loads(os.urandom(60))
    except Exception:
        pass
