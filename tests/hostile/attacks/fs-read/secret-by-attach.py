#| about = "SQL can open files as well"
#| attempt = true
#| refused_by = ["sqlite3.Error"]
import sqlite3
sqlite3.connect(":memory:").execute("attach '@SECRET@' as other").execute("select * from other.sqlite_master")
