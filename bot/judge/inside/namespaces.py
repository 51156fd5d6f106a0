"""Additions where the machine allows them: namespaces, and a private read-only root with nothing but the library.

The order matters. Real root builds the mounts first and drops its uid afterwards, so that a library below a closed
home folder stays readable; everybody else gets the right to mount from a user namespace of their own.
"""

from __future__ import annotations

import os

from . import kernel

_KINDS = kernel.CLONE_NEWNS | kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS | kernel.CLONE_NEWCGROUP
LAYERS = ["mount namespace", "net namespace", "ipc namespace", "uts namespace", "cgroup namespace"]
_STAGING = "/tmp"  # noqa: S108 - a mount point that every machine has; the tmpfs over it is seen by this process alone


def enter(folders: list[str], devices: list[str]) -> list[str]:
    """Enter all of them and move into the private root. Returns the names of the layers.

    Raises:
        OSError: this machine does not allow it; the process must not be used any further.
    """
    uid, gid = os.geteuid(), os.getegid()
    if uid == 0:
        kernel.unshare(_KINDS)
        layers = LAYERS
    else:
        kernel.unshare(_KINDS | kernel.CLONE_NEWUSER)
        _map_identity(uid, gid)
        layers = ["user namespace", *LAYERS]
    _private_root(folders, devices)
    return layers


def own_process_count() -> bool:
    """A user namespace of one's own, so that RLIMIT_NPROC counts this run alone. False where refused."""
    try:
        kernel.unshare(kernel.CLONE_NEWUSER)
    except OSError:
        return False
    return True


def _map_identity(uid: int, gid: int) -> None:
    for name, text in (("setgroups", "deny"), ("uid_map", f"65534 {uid} 1"), ("gid_map", f"65534 {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def _private_root(folders: list[str], devices: list[str]) -> None:
    kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
    sources = {path: os.open(path, os.O_PATH) for path in (*folders, *devices)}
    kernel.mount("root", _STAGING, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=1m,nr_inodes=4096,mode=755")
    for path, source in sources.items():
        target = _STAGING + path
        if path in devices:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
        else:
            os.makedirs(target, exist_ok=True)
        kernel.mount(f"/proc/self/fd/{source}", target, flags=kernel.MS_BIND | kernel.MS_REC * (path not in devices))
        if path not in devices:
            kernel.make_read_only(target)
        os.close(source)
    kernel.pivot_into(_STAGING)
    kernel.make_read_only("/", recursive=False)
