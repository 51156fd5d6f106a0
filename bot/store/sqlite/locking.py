"""One process a file: a second one would reopen SQLite's checkpoint race, and post everything twice."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.quiz.errors import StoreTrouble


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a database; the lock ends with the process, however it ends.

    Raises:
        StoreTrouble: another process holds it, or its folder cannot be written.
    """
    if path.is_dir():
        raise StoreTrouble(f"{path} is a folder. Choose another ASKLING_DATABASE: the name of a file.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.with_name(f"{path.name}.lock").open("w")
    except OSError as error:
        raise StoreTrouble(
            f"{path.parent} cannot be written: {error.strerror}. Choose another ASKLING_DATABASE."
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreTrouble(
                f"Another askling is running on {path}. Stop it first, or choose another file."
            ) from None
        yield
