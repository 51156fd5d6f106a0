"""The engine that is built in: one file, one writer, durable before it answers.

store       every port of the store on one file
engine      connections, pragmas, reading
writing     the one writer: units of work, grouped into transactions
running     a unit of work, run to its end
migrating   numbered, checksummed, forward-only, with a snapshot before
backups     copies, and the proof that they can be restored
flushing    a file's name, once it is on the disk
looking     from outside, beside the bot that writes
locking     one process a file
troubles    what SQLite says, as a sentence for the person who can act
"""

from bot.store.sqlite.store import SQLiteStore

__all__ = ["SQLiteStore"]
