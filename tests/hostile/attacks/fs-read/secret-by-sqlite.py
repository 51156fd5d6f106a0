#| about = "a library in C opens files without Python's open"
#| attempt = true
#| refused_by = ["sqlite3.Error"]
import sqlite3
sqlite3.connect("file:@SECRET@?mode=ro&immutable=1", uri=True).execute("select * from sqlite_master").fetchall()
