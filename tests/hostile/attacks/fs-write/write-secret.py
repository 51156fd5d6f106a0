#| about = "the bot's database"
#| attempt = true
open("@SECRET@", "r+").write("x")
