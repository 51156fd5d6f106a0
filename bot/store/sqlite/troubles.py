"""What SQLite says, as a sentence for the person who can act."""

import sqlite3
from pathlib import Path

from bot.quiz.errors import StoreTrouble

_FIXES = {
    sqlite3.SQLITE_NOTADB: "It is not a database of askling. Move it away, or choose another ASKLING_DATABASE.",
    sqlite3.SQLITE_CORRUPT: "The file is damaged. Keep it, and restore the newest backup: askling restore FILE.",
    sqlite3.SQLITE_READONLY: "It cannot be written. Make the file and its folder writable, or choose another "
    "ASKLING_DATABASE.",
    sqlite3.SQLITE_CANTOPEN: "Is its folder there, and writable?",
    sqlite3.SQLITE_FULL: "The disk is full. Make room and start again.",
    sqlite3.SQLITE_IOERR: "The disk did not do its part. Is it full, or failing?",
}


def in_words(error: sqlite3.Error, path: Path) -> StoreTrouble:
    """The trouble at opening a file."""
    fix = _FIXES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "")  # the low byte is the kind of an extended code
    return StoreTrouble(f"{path} could not be opened: {error}. {fix or 'Nothing was changed.'}")
