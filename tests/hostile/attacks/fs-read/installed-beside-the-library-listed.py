#| about = "and its names tell which versions to attack"
#| attempt = true
import os, sysconfig
assert any(name != "README.txt" for name in os.listdir(sysconfig.get_path("purelib")))
