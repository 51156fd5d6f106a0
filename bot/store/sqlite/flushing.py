"""Files that have their name only once they are on the disk, and not only in a cache."""

import os
from pathlib import Path


def settle(part: Path, to: Path) -> None:
    """Give a finished file its name: a power cut leaves the old one or the new one, whole."""
    _flush(part)
    part.replace(to)
    _flush(to.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
