#| about = "a journal beside a database is rolled back into it"
#| bites = true
#| attempt = true
open("@SECRET@-journal", "wb").write(b"x")
