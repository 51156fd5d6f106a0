"""Judges of what the bot sends: Slack's own documents where they are at hand, and rules of ours always."""
