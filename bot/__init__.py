"""askling: a daily Python question for your chat, judged safely and scored fairly.

quiz      the game: pure rules and values
core      what the bot does: use cases, and the ports they need
chats     one room a platform: console
judge     runs other people's code and survives
store     SQLite: communities, rounds, people, the ledger of answers
bank      question files, read and proved
testing   fakes and contract suites for people who write adapters
app       the roof: puts the rooms together; cli, config and logs stand beside it
"""

__version__ = "0.1.0"
