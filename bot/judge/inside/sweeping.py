"""Emptying a folder that a hostile program has filled: any names, any modes, any depth.

Each step is relative to a descriptor of the folder that is looked at and follows no link; two descriptors are enough
for any depth. What there can be at all is bounded by the file system's own count of inodes.
"""

from __future__ import annotations

import os
import stat
import time

TRIES, PAUSE = 100, 0.01
"""A file may be there for a moment after its process: whoever looked at that process's memory holds what it mapped."""
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def emptied(top: int, tries: int = TRIES) -> bool:
    """Remove everything below an open folder. Whether the kernel counts nothing any more on its file system."""
    for _ in range(tries):
        try:
            _sweep(top)
        except OSError:
            """It is tried again, and looked at in any case."""
        if is_empty(top):
            return True
        time.sleep(PAUSE)
    return False


def is_empty(top: int) -> bool:
    """By the kernel's count: also files without a name, which no listing shows."""
    room = os.fstatvfs(top)
    return room.f_files - room.f_ffree == 1 and room.f_bfree == room.f_blocks


def _sweep(top: int) -> None:
    at, way = os.dup(top), []
    try:
        while True:
            name = _next_folder(at)
            if name is not None:
                at = _step(at, _open_inner(name, at))
                way.append(name)
            elif way:
                at = _step(at, os.open("..", _FOLDER, dir_fd=at))
                os.rmdir(way.pop(), dir_fd=at)
            else:
                return
    finally:
        os.close(at)


def _next_folder(at: int) -> str | None:
    """Remove files and empty folders, up to the first folder that has something in it."""
    for name in os.listdir(at):
        if not stat.S_ISDIR(os.stat(name, dir_fd=at, follow_symlinks=False).st_mode):
            os.unlink(name, dir_fd=at)
            continue
        try:
            os.rmdir(name, dir_fd=at)
        except OSError:
            return name
    return None


def _open_inner(name: str, at: int) -> int:
    # Not through a link: it was a folder just now, and whoever could have changed that is dead.
    os.chmod(name, 0o700, dir_fd=at)
    return os.open(name, _FOLDER, dir_fd=at)


def _step(old: int, new: int) -> int:
    os.close(old)
    return new
