#| about = "SQL can open files as well"
#| bites = true
#| attempt = true
#| refused_by = ["sqlite3.Error"]
import sqlite3
connection = sqlite3.connect(":memory:")
connection.execute("attach '@DATABASE@' as other")
assert connection.execute("select * from other.answers").fetchall()
