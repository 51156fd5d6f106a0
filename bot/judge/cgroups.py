"""A control group (v2) around all that a judge starts, where the machine lets us make one: an addition to the limits.

It bounds all learners together, where each has its own limits already, and makes the kernel choose among them when
memory runs out. Nothing is needed for it but a delegated subtree (systemd: `Delegate=yes` and `DelegateSubgroup=bot`;
containers seldom have one). Source: the kernel's cgroup-v2 guide, "Delegation" and "No Internal Process Constraint".
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

LAYER = "cgroup limits"
CONTROLLERS = ("memory", "pids")
MOUNT = Path("/sys/fs/cgroup")
OWN = Path("/proc/self/cgroup")


class ControlGroup:
    """A group of our own, with limits; `close` removes it once it is empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def make(cls, *, memory_mib: int, processes: int, mount: Path = MOUNT, own: Path = OWN) -> Self:
        """A new group beside or below the one this process is in.

        Args:
            memory_mib: of all processes in it together; swap is not given.
            processes: of all processes and threads.
            mount: where cgroup v2 is mounted.
            own: the file that says which group this process is in.

        Raises:
            OSError: this machine has no cgroup v2, or delegates none to us; the message says which.
        """
        why = "no cgroup v2 is mounted"
        for parent in _candidates(mount, own):
            try:
                return cls(_made_in(parent, memory_mib, processes))
            except OSError as error:
                why = f"{parent}: {error.strerror}"
        raise OSError(None, why)

    def add(self, pid: int) -> None:
        """Move a process in; all that it starts from then on is in as well.

        Raises:
            OSError: the kernel refused.
        """
        (self._folder / "cgroup.procs").write_text(f"{pid}\n")

    def close(self) -> None:
        """Remove the group; one that still holds a process stays."""
        with suppress(OSError):
            self._folder.rmdir()


def _candidates(mount: Path, own: Path) -> Iterator[Path]:
    """Where a group may be made: the one above ours first, because one that holds processes cannot share out memory."""
    lines = own.read_text().splitlines() if own.exists() else []
    ours = next((line.removeprefix("0::/") for line in lines if line.startswith("0::/")), None)
    if ours is None or not (mount / "cgroup.controllers").exists():
        return
    here = mount / ours
    if here != mount:
        yield here.parent
    yield here


def _made_in(parent: Path, memory_mib: int, processes: int) -> Path:
    shared = (parent / "cgroup.subtree_control").read_text().split()
    if missing := [f"+{one}" for one in CONTROLLERS if one not in shared]:
        (parent / "cgroup.subtree_control").write_text(" ".join(missing))
    folder = parent / f"askling-judge-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    try:
        (folder / "memory.max").write_text(str(memory_mib << 20))
        (folder / "pids.max").write_text(str(processes))
        with suppress(OSError):  # a kernel without swap accounting has no such file
            (folder / "memory.swap.max").write_text("0")
    except OSError:
        folder.rmdir()
        raise
    return folder
