"""Landlock: which files may be opened, no TCP, and no signals or abstract sockets beyond this process.

What it does not cover (chmod, chown, utime, stat, F_SETOWN, sockets by path below ABI 9) the seccomp list denies.
"""

from __future__ import annotations

import os
import struct

from . import kernel

READ_FILE, READ_DIR, WRITE_FILE = 1 << 2, 1 << 3, 1 << 1
_ALL_OF_ABI_1 = (1 << 13) - 1
_REFER, _TRUNCATE, _IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
_BIND_AND_CONNECT_TCP = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3
FILES_FROM = 3
"""The first ABI that is a whole file layer: below it, truncating escapes."""
TCP_FROM = 4
SCOPE_FROM = 6


def layers(version: int) -> list[str]:
    """The names of the layers that an ABI gives."""
    known = (("landlock files", FILES_FROM), ("landlock tcp", TCP_FROM), ("landlock scope", SCOPE_FROM))
    return [name for name, since in known if version >= since]


def enter(version: int, folders: list[str], devices: list[str]) -> None:
    """Allow reading below `folders` and reading and writing `devices`; nothing else, for ever."""
    ruleset = kernel.landlock_ruleset(_handled(version))
    for path in folders:
        kernel.landlock_allow(ruleset, path, READ_FILE | READ_DIR)
    for path in devices:
        kernel.landlock_allow(ruleset, path, READ_FILE | WRITE_FILE)
    kernel.landlock_enter(ruleset)
    os.close(ruleset)


def _handled(version: int) -> bytes:
    """The attributes of a ruleset that handles everything this ABI knows; older ones take a shorter struct."""
    files = _ALL_OF_ABI_1
    files |= _REFER if version >= 2 else 0
    files |= _TRUNCATE if version >= 3 else 0
    files |= _IOCTL_DEVICE if version >= 5 else 0
    if version < TCP_FROM:
        return struct.pack("Q", files)
    if version < SCOPE_FROM:
        return struct.pack("QQ", files, _BIND_AND_CONNECT_TCP)
    return struct.pack("QQQ", files, _BIND_AND_CONNECT_TCP, _ABSTRACT_SOCKETS_AND_SIGNALS)
