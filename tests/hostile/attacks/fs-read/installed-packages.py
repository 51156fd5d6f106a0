#| about = "what the bot has installed is not for learners"
#| attempt = true
#| refused_by = ["ImportError"]
import click
