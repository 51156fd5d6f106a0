"""What is left running: everything below this process, also what tried to get away from its parent."""

import ctypes
import os
import select
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans() -> None:
    """From now on a process whose parent dies becomes ours instead of init's, so that none can hide."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def descendants() -> dict[int, str]:
    """Processes below this one that are alive, by number, with their names; the dead are buried on the way."""
    parents: dict[int, tuple[int, str]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            name, rest = (folder / "stat").read_text().split("(", 1)[1].rsplit(")", 1)
        except (OSError, IndexError):
            continue
        state, parent = rest.split()[:2]
        if state not in "ZX":
            parents[int(folder.name)] = int(parent), name
    return {pid: name for pid, (_, name) in parents.items() if _below(pid, parents)}


def left_running(seconds: float = 3.0) -> dict[int, str]:
    """Those that are still there when a while has passed; what was killed may take a moment to be gone."""
    deadline = time.monotonic() + seconds
    while (left := descendants()) and time.monotonic() < deadline:
        select.select([], [], [], 0.02)
    return left


def _below(pid: int, parents: dict[int, tuple[int, str]]) -> bool:
    while pid in parents and pid != os.getpid():
        pid = parents[pid][0]
        if pid == os.getpid():
            return True
    return False
