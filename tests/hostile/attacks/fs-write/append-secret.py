#| about = "the bot's database, at its end"
#| attempt = true
open("@SECRET@", "a").write("x")
