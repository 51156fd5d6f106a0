"""The store on SQLite: one writer, durable before it answers. Contains no rules of the game.

store       the ports Agenda and Ledger, in terms of named SQL
writing     the one writer: units of work, grouped into transactions
migrating   numbered, checksummed, forward-only
rows        from rows to values and back
queries.sql every statement, by name
"""

from bot.store.sqlite.store import SQLiteStore

__all__ = ["SQLiteStore"]
