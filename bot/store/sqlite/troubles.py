"""What SQLite says, as a sentence for the person who can act."""

import sqlite3
from pathlib import Path

from bot.quiz.errors import StoreTrouble

_DAMAGED = "The file is damaged. Keep it, and restore the newest backup with `askling restore FILE`."
_FIXES = {
    sqlite3.SQLITE_NOTADB: "It is not a database of askling. Move it away, or choose another ASKLING_DATABASE.",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_READONLY: "Make the file and its folder writable, or choose another ASKLING_DATABASE.",
    sqlite3.SQLITE_CANTOPEN: "Is its folder there, and writable?",
    sqlite3.SQLITE_FULL: "Make room on the disk; what was acknowledged is safe.",
    sqlite3.SQLITE_IOERR: "The disk did not do its part: is it full, or failing? What was acknowledged is safe.",
}


def in_words(error: sqlite3.Error, path: Path) -> StoreTrouble:
    """The trouble with opening a file."""
    return StoreTrouble(f"{path} could not be opened: {error}.{fix(error) or ' Nothing was changed.'}")


def damaged(path: Path, found: str) -> StoreTrouble:
    """The trouble with a file in which a check found something."""
    return StoreTrouble(f"{path} could not be opened: {found}. {_DAMAGED}")


def fix(error: BaseException) -> str:
    """What a person can do about it, after a space; empty where nobody knows."""
    known = _FIXES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)  # the low byte is the kind of an extended code
    return f" {known}" if known else ""
