"""What the bot does. Async; it reaches the world only through the ports in `ports`."""
