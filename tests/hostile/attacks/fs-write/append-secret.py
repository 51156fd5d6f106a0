#| about = "the bot's database, at its end"
#| bites = true
#| attempt = true
open("@SECRET@", "a").write("x")
