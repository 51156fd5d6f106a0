#| about = "the bot's database: readable for everybody, outside what Python needs"
#| bites = true
#| attempt = true
text = open("@SECRET@").read()
assert "TOPSECRET" in text
