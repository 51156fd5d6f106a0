#| about = "which machine this is: told by namespaces, else allowed"
#| expect = ["passed"]
import os
print(len(os.uname().nodename) > 0)
