"""Slots: scratch folders where no mount can be made. An operator mounts small tmpfs ahead, one for each child.

A child writes in a folder of its own below its slot, whose name nobody else can know. A slot goes to the next child
when its janitor has emptied it and the kernel's own count says that nothing is left. Nothing in one is ever read.
"""

from __future__ import annotations

import fcntl
import os
import time

from . import kernel, sweeping

MOST_INODES, MOST_BYTES = 256, 16 << 20
"""Beyond them a folder is something else that happens to lie there, and emptying it would take too long."""
_IN_USE = "is in use by another judge, or another Python"
_CLOSED = os.ST_NOSUID | os.ST_NODEV | os.ST_NOEXEC
TRIES, PAUSE = 10, 0.02
"""For the processes of a zygote that was just killed to let go of their slots."""
FEW = 10
"""Tries at emptying before the first use, when nobody is left who could hold what is in it."""


class Slot:
    """One of them, ours for as long as anybody has its descriptor open."""

    def __init__(self, number: int, path: str, descriptor: int) -> None:
        self.number, self.path, self.descriptor = number, path, descriptor

    def enter(self) -> None:
        """Make a child's own folder in it the working folder."""
        os.chdir(self.path)
        name = os.urandom(16).hex()
        os.mkdir(name, 0o700)
        os.chdir(name)


def find(folder: str, wanted: int) -> tuple[list[Slot], str]:
    """So many slots, locked and empty; or none, and why. Fewer would make it luck whether a program can write.

    Args:
        folder: where they are mounted, each named by a number.
        wanted: one for each child.
    """
    told = ""
    for again in range(TRIES):
        if again:
            time.sleep(PAUSE)
        taken, troubles = _take(folder, wanted)
        if len(taken) == wanted:
            return taken, ""
        for slot in taken:
            os.close(slot.descriptor)
        told = "; ".join([f"{len(taken)} of {wanted} slots below {folder} can be used", *troubles[:3]])
        if not any(one.endswith(_IN_USE) for one in troubles):
            break
    return [], told


def _take(folder: str, wanted: int) -> tuple[list[Slot], list[str]]:
    taken: list[Slot] = []
    troubles = []
    for path in _candidates(folder):
        if len(taken) == wanted:
            break
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError as error:
            troubles.append(f"{path}: {error.strerror}")
            continue
        if trouble := _trouble(folder, path, descriptor):
            os.close(descriptor)
            troubles.append(f"{path} {trouble}")
            continue
        taken.append(Slot(len(taken), path, descriptor))
    return taken, troubles


def _candidates(folder: str) -> list[str]:
    try:
        names = [name for name in os.listdir(folder) if name.isascii() and name.isdigit()]
    except OSError:
        return []
    return [os.path.join(folder, name) for name in sorted(names, key=int)]


def _trouble(folder: str, path: str, descriptor: int) -> str:
    """Why this is no slot for us. What is told apart first: whether it is a slot at all, before anything is removed."""
    room = os.fstatvfs(descriptor)
    if os.fstat(descriptor).st_dev == os.stat(folder).st_dev:
        return "is no mount of its own"
    if room.f_flag & _CLOSED != _CLOSED:
        return "is not mounted with noexec, nosuid and nodev"
    if not (0 < room.f_files <= MOST_INODES and 0 < room.f_blocks * room.f_frsize <= MOST_BYTES):
        return "is not small enough: mount it with size=1m and nr_inodes=64"
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        return f"cannot be written by uid {os.geteuid()}: mount it with mode=1777"
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return _IN_USE
    return "" if _found_empty(descriptor) else "could not be emptied"


def _found_empty(descriptor: int) -> bool:
    """Whether nothing is in it, once what a killed zygote's children left is removed.

    By a process that ends: names are read for it that learners chose, and in our own memory the next could find them.
    """
    if sweeping.is_empty(descriptor):
        return True
    pid = kernel.fork()
    if pid == 0:
        try:
            os._exit(0 if sweeping.emptied(descriptor, tries=FEW) else 1)
        finally:
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0
