"""What keeps the repository in order; nothing of it is needed to run the bot."""
