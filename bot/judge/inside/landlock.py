"""Landlock: which files may be opened, no TCP, and no signals or abstract sockets beyond this process.

What it does not cover (chmod, chown, utime, stat, F_SETOWN, sockets by path below ABI 9) the seccomp list denies.
The zygote builds one ruleset; each child enters it by itself, so that the scope is that child alone.
"""

from __future__ import annotations

import struct

from . import kernel, library

READ_FILE, READ_DIR, WRITE_FILE = 1 << 2, 1 << 3, 1 << 1
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_REG = 1 << 4, 1 << 5, 1 << 7, 1 << 8
_ALL_OF_ABI_1 = (1 << 13) - 1
_REFER, _TRUNCATE, _IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
_SCRATCH = READ_FILE | READ_DIR | WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
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


def ruleset(version: int, folders: list[str], devices: list[str], scratch: str = "", *, covered: bool = False) -> int:
    """Allow reading below `folders`, reading and writing `devices`, everything below `scratch`; nothing else.

    Args:
        version: the ABI.
        folders: the library.
        devices: files that can be written without changing anything.
        scratch: where a child may write; empty: nowhere.
        covered: what is hidden below the folders is out of reach already, as in a private root. Every child copies all
            rules, so there one a folder has to do.

    Returns:
        The descriptor of a ruleset, for `kernel.landlock_enter`.
    """
    made = kernel.landlock_ruleset(_handled(version))
    for path in folders:
        kernel.landlock_allow(made, path, READ_DIR)
        for part in [path] if covered else library.without_hidden(path):
            kernel.landlock_allow(made, part, READ_FILE)
    for path in devices:
        kernel.landlock_allow(made, path, READ_FILE | WRITE_FILE)
    if scratch:
        kernel.landlock_allow(made, scratch, _SCRATCH & _files(version))
    return made


def sweeping(version: int, folders: list[str]) -> int:
    """Allow listing folders and removing what is below them; nothing else, not even reading a file."""
    made = kernel.landlock_ruleset(_handled(version))
    for path in folders:
        kernel.landlock_allow(made, path, READ_DIR | _REMOVE_DIR | _REMOVE_FILE)
    return made


def _files(version: int) -> int:
    """The kinds of access to files that an ABI knows."""
    files = _ALL_OF_ABI_1
    files |= _REFER if version >= 2 else 0
    files |= _TRUNCATE if version >= 3 else 0
    return files | (_IOCTL_DEVICE if version >= 5 else 0)


def _handled(version: int) -> bytes:
    """The attributes of a ruleset that handles everything this ABI knows; older ones take a shorter struct."""
    files = _files(version)
    if version < TCP_FROM:
        return struct.pack("Q", files)
    if version < SCOPE_FROM:
        return struct.pack("QQ", files, _BIND_AND_CONNECT_TCP)
    return struct.pack("QQQ", files, _BIND_AND_CONNECT_TCP, _ABSTRACT_SOCKETS_AND_SIGNALS)
