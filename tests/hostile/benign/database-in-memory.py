#| out = "[(3, 'x,y')]\n"
import sqlite3
connection = sqlite3.connect(":memory:")
connection.execute("create table t(a, b)")
connection.executemany("insert into t values (?, ?)", [(1, "x"), (2, "y")])
print(connection.execute("select sum(a), group_concat(b) from t").fetchall())
