"""Additions where the machine allows them: namespaces, and a private read-only root with nothing but the library.

The order matters. Real root builds the mounts first and drops its uid afterwards, so that a library below a closed
home folder stays readable; everybody else gets the right to mount from a user namespace of their own. Either way the
zygote ends up as nobody, with capabilities only in its own user namespace: just enough for each child to mount a
scratch folder before it gives them up.
"""

from __future__ import annotations

import os

from . import kernel, library

_KINDS = (
    kernel.CLONE_NEWNS
    | kernel.CLONE_NEWNET
    | kernel.CLONE_NEWIPC
    | kernel.CLONE_NEWUTS
    | kernel.CLONE_NEWCGROUP
    | kernel.CLONE_NEWPID
)
LAYERS = [f"{name} namespace" for name in ("user", "mount", "pid", "net", "ipc", "uts", "cgroup")]
NOBODY = 65534
SCRATCH = "/home/learner"
SCRATCH_ABOVE = "/home"
"""Landlock overlooks a mount point that something is mounted on, so its rule sits on the folder above."""
_SCRATCH_OPTIONS = "size=1m,nr_inodes=64,mode=777"
_STAGING = "/tmp"  # noqa: S108 - a mount point that every machine has; the tmpfs over it is seen by this process alone


def why_not(folders: list[str], devices: list[str]) -> str:
    """Try all of it in a process that is thrown away: some kernels let a namespace be made and refuse what follows.

    Returns:
        What was refused; empty when everything works.
    """
    hear, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            enter(folders, devices)
            enter_scratch()
            os.write(tell, b"works")
        except OSError as error:
            os.write(tell, str(error).encode())
        finally:
            os._exit(0)
    os.close(tell)
    with open(hear, "rb") as pipe:  # its end: whatever process was left holding it has ended as well
        told = pipe.read().decode()
    os.waitpid(pid, 0)
    return "" if told == "works" else told or "it ended without a word"


def enter(folders: list[str], devices: list[str]) -> None:
    """Enter all of them and move into the private root, as nobody. The calling process ends; its child goes on.

    Raises:
        OSError: this machine does not allow it; the process must not be used any further.
    """
    uid, gid = os.geteuid(), os.getegid()
    kernel.unshare(_KINDS if uid == 0 else _KINDS | kernel.CLONE_NEWUSER)
    if uid:
        _map_nobody_to(uid, gid, "/proc/self")
    if os.fork():  # only a child is in the new pid namespace; as its first process, its end is the end of all in it
        os._exit(0)
    proc = os.open("/proc", os.O_PATH)
    _private_root(folders, devices)
    if uid == 0:
        become_nobody()
        kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # dropping uid 0 cleared it, and uid_map belongs to root without it
        kernel.unshare(kernel.CLONE_NEWUSER)
        os.fchdir(proc)
        _map_nobody_to(NOBODY, NOBODY, "self")
        os.chdir("/")
    os.close(proc)


def become_nobody() -> None:
    """Give up uid 0: it escapes RLIMIT_NPROC and owns the system's files."""
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def enter_scratch() -> None:
    """A child's own small folder to write in, which nobody else sees and which vanishes with it.

    Then a user namespace of its own, so that RLIMIT_NPROC counts this child alone, and no capability any more.
    """
    kernel.unshare(kernel.CLONE_NEWNS)
    flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
    kernel.mount("scratch", SCRATCH, "tmpfs", flags, _SCRATCH_OPTIONS)
    os.chdir(SCRATCH)
    kernel.unshare(kernel.CLONE_NEWUSER)
    kernel.drop_capabilities()


def _map_nobody_to(uid: int, gid: int, process: str) -> None:
    for name, text in (("setgroups", "deny"), ("uid_map", f"{NOBODY} {uid} 1"), ("gid_map", f"{NOBODY} {gid} 1")):
        with open(f"{process}/{name}", "w") as file:
            file.write(text)


def _private_root(folders: list[str], devices: list[str]) -> None:
    kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
    sources = {path: os.open(path, os.O_PATH) for path in (*folders, *devices)}
    hidden = library.hidden()  # asked before the staging place is covered: a Python may lie below it
    flags = kernel.MS_NOSUID | kernel.MS_NODEV
    kernel.mount("root", _STAGING, "tmpfs", flags, "size=1m,nr_inodes=4096,mode=755")
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
    for path in hidden:
        kernel.mount("nothing", _STAGING + path, "tmpfs", flags, "size=4k,nr_inodes=1,mode=555")
    os.makedirs(_STAGING + SCRATCH)
    kernel.pivot_into(_STAGING)
    kernel.make_read_only("/", recursive=False)
