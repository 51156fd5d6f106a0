#| about = "the judge's own source tells how to beat it"
#| attempt = true
#| refused_by = ["ImportError"]
import bot.judge
