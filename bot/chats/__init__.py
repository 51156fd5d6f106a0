"""One room a chat platform. Rooms keep the port `core.ports.Chat` and never look into each other."""
