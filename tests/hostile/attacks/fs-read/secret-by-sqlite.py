#| about = "a library in C opens files without Python's open"
#| bites = true
#| attempt = true
#| refused_by = ["sqlite3.Error"]
import sqlite3
assert sqlite3.connect("file:@DATABASE@?mode=ro&immutable=1", uri=True).execute("select * from answers").fetchall()
