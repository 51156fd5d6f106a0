#| about = "a journal beside a database is rolled back into it"
#| attempt = true
open("@SECRET@-journal", "wb").write(b"x")
