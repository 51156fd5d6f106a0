#| about = "the bot's database"
#| bites = true
#| attempt = true
open("@SECRET@", "r+").write("x")
