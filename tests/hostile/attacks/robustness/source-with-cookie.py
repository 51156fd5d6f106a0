#| about = "a source that claims another encoding"
#| expect = ["passed", "crashed", "refused"]
# -*- coding: rot13 -*-
print("ok")
