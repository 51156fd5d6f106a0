#| about = "the C library reads the file for us"
#| bites = true
import pwd, os
found = [one.pw_name for one in pwd.getpwall()]
print("BREACH" if found else "DENIED", found[:3])
