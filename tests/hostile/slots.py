"""Slots as an operator mounts them; only root can."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.judge.inside import kernel

CLOSED = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
OPTIONS = "size=1m,nr_inodes=64,mode=1777"
"""As docker-compose.yml mounts them; a test holds them to that."""


def can_mount() -> bool:
    """Whether this process may, and need not only be called root."""
    capabilities = Path("/proc/self/status").read_text().split("CapEff:\t")[1].split("\n")[0]
    return os.geteuid() == 0 and bool(int(capabilities, 16) & 1 << 21)  # CAP_SYS_ADMIN


def mount(folder: Path, *, flags: int = CLOSED, options: str = OPTIONS) -> None:
    """One."""
    folder.mkdir()
    kernel.mount("slot", str(folder), "tmpfs", flags, options)


@contextmanager
def slots(count: int) -> Iterator[Path]:
    """A folder with so many; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="slots-"))
    folder.chmod(0o755)
    try:
        for number in range(count):
            mount(folder / str(number))
        yield folder
    finally:
        for one in folder.iterdir():
            if one.is_mount():
                kernel.call("umount2", os.fsencode(one), 2)  # MNT_DETACH
            one.rmdir()
        folder.rmdir()


def mount_for_ourselves(count: int) -> str:
    """So many, seen by this process and those it starts, and gone with them."""
    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
    folder = Path("/mnt")
    kernel.mount("slots", str(folder), "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=64k,mode=755")
    for number in range(count):
        mount(folder / str(number))
    return str(folder)
