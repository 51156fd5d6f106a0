#| fails_in = ["root without namespaces", "user without namespaces", "container without slots", "seccomp alone"]
#| out = "[(1,)]\n"
import sqlite3
with sqlite3.connect("x.db") as connection:
    connection.execute("create table t(a)")
    connection.execute("insert into t values (1)")
print(sqlite3.connect("x.db").execute("select * from t").fetchall())
