#| about = "the bot's database: readable for everybody, outside what Python needs"
#| attempt = true
text = open("@SECRET@").read()
assert "TOPSECRET" in text
