"""Thin doors to the kernel through ctypes. No policy lives here.

Every door raises OSError with the kernel's errno.
"""

from __future__ import annotations

import ctypes
import os
import struct

from .bpf import INSTRUCTION_BYTES, OPERAND_AT
from .syscalls import TABLES

MACHINE = os.uname().machine
NUMBERS = TABLES.get(MACHINE, {})

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
PR_GET_NO_NEW_PRIVS = 39

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 8, 0x1000, 0x4000, 0x40000
_MNT_DETACH = 2
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_MOUNT_ATTR_RDONLY_NOSUID_NODEV = 1 | 2 | 4
_SECCOMP_SET_MODE_FILTER = 1
_LANDLOCK_CREATE_RULESET_VERSION = 1
_LANDLOCK_RULE_PATH_BENEATH = 1
_CAPABILITY_VERSION_3 = 0x20080522

_syscall = ctypes.CDLL(None, use_errno=True).syscall
_syscall.restype = ctypes.c_long


def call(name: str, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | None) -> int:
    """One system call by name; integers travel as longs, bytes as pointers, None as NULL."""
    if name not in NUMBERS:
        raise OSError(38, f"no {name} in the table for {MACHINE}")
    as_long = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    result: int = _syscall(ctypes.c_long(NUMBERS[name]), *as_long)
    if result < 0:
        errno = ctypes.get_errno()
        raise OSError(errno, f"{name}: {os.strerror(errno)}")
    return result


_fork = ctypes.PyDLL(None, use_errno=True).fork


def fork() -> int:
    """Libc's own fork, with none of Python's handlers: for a process with one thread that holds no lock.

    `os.fork` lets every module put itself in order in the child and so touches some 245 pages; this touches 48, and
    fork and exit of a warm 3.11 took 0.65 ms and not 1.25.
    """
    pid: int = _fork()
    if pid < 0:
        errno = ctypes.get_errno()
        raise OSError(errno, f"fork: {os.strerror(errno)}")
    return pid


def prctl(option: int, argument: int = 0) -> int:
    """Process control."""
    return call("prctl", option, argument, 0, 0, 0)


def unshare(flags: int) -> None:
    """Leave the namespaces named by the CLONE_NEW* flags for new ones."""
    call("unshare", flags)


def mount(source: str, target: str, kind: str | None = None, flags: int = 0, data: str | None = None) -> None:
    """Mount, or bind a file or folder."""
    call("mount", _path(source), _path(target), _path(kind), flags, _path(data))


def make_read_only(path: str, *, recursive: bool = True) -> None:
    """A mount, and those below it, become read-only without set-uid and devices."""
    attributes = struct.pack("QQQQ", _MOUNT_ATTR_RDONLY_NOSUID_NODEV, 0, 0, 0)
    call("mount_setattr", _AT_FDCWD, _path(path), _AT_RECURSIVE if recursive else 0, attributes, len(attributes))


def pivot_into(folder: str) -> None:
    """Make a mounted folder the root and let go of the old one."""
    os.chdir(folder)
    # Stacking the old root under the new one and detaching it needs no folder to put it in: pivot_root(2), NOTES.
    call("pivot_root", b".", b".")
    call("umount2", b".", _MNT_DETACH)
    os.chdir("/")


def drop_capabilities() -> None:
    """Give up every capability."""
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    call("capset", header, bytes(24))


class Filter:
    """A seccomp program kept ready in memory, so that entering it is one system call; it can never be left.

    Args:
        program: packed instructions (struct sock_filter).
        blank: an operand that stands for a number known only later.
    """

    def __init__(self, program: bytes, blank: int | None = None) -> None:
        self._code = ctypes.create_string_buffer(program, len(program))
        count = len(program) // INSTRUCTION_BYTES
        header = struct.pack("HxxxxxxP", count, ctypes.addressof(self._code))
        self._header = ctypes.create_string_buffer(header, len(header))
        operands = [at * INSTRUCTION_BYTES + OPERAND_AT for at in range(count)]
        self._blanks = [at for at in operands if blank is not None and struct.unpack_from("I", program, at)[0] == blank]

    def fill_in(self, number: int) -> None:
        """Put a number in every blank."""
        for at in self._blanks:
            struct.pack_into("I", self._code, at, number)

    def enter(self) -> None:
        """For this process and all it will fork, for ever."""
        call("seccomp", _SECCOMP_SET_MODE_FILTER, 0, self._header)


def landlock_version() -> int:
    """The Landlock ABI of the running kernel; 0 where it has none."""
    try:
        return call("landlock_create_ruleset", None, 0, _LANDLOCK_CREATE_RULESET_VERSION)
    except OSError:
        return 0


def landlock_ruleset(attributes: bytes) -> int:
    """A new ruleset; returns its descriptor."""
    return call("landlock_create_ruleset", attributes, len(attributes), 0)


def landlock_allow(ruleset: int, path: str, access: int) -> None:
    """Allow some access to a file, or to everything beneath a folder."""
    beneath = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", access, beneath)
        call("landlock_add_rule", ruleset, _LANDLOCK_RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(beneath)


def landlock_enter(ruleset: int) -> None:
    """Restrict this process by a ruleset, for ever."""
    call("landlock_restrict_self", ruleset, 0)


def _path(text: str | None) -> bytes | None:
    return None if text is None else os.fsencode(text)
