"""What a running interpreter may still read: its own library, shared libraries, time zones, four devices."""

from __future__ import annotations

import os
import sys
import sysconfig

TYPE_CHECKING = False  # `typing` is not worth its import time in a zygote
if TYPE_CHECKING:
    from collections.abc import Iterator

STDLIB = sysconfig.get_path("stdlib")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


def folders() -> list[str]:
    """Existing folders to read below, none inside another, never site-packages' neighbours in a home folder."""
    wanted = [
        STDLIB,
        sysconfig.get_path("platstdlib"),
        *_shared_libraries(),
        "/usr/share/zoneinfo",
    ]
    kept: list[str] = []
    for path in wanted:
        if os.path.isdir(path) and not any(_inside(path, other) for other in kept):
            kept = [*(one for one in kept if not _inside(one, path)), path]
    return kept


def hidden() -> list[str]:
    """What others installed lies inside the library's folder, and is nobody's lesson."""
    return [path for name in ("site-packages", "dist-packages") if os.path.isdir(path := os.path.join(STDLIB, name))]


def without_hidden(path: str) -> Iterator[str]:
    """The folder itself, or its parts where something below it is hidden."""
    below = [one for one in hidden() if one.startswith(path + os.sep)]
    if not below:
        yield path
        return
    for entry in os.scandir(path):
        if entry.path not in below:
            yield from without_hidden(entry.path) if entry.is_dir() else [entry.path]


def _shared_libraries() -> list[str]:
    triplet = f"{os.uname().machine}-linux-gnu"
    found = [f"/lib/{triplet}", f"/usr/lib/{triplet}", "/lib64", "/usr/lib64"]
    # A shared libpython lies beside the library folder, where site-packages of others may lie too.
    if sysconfig.get_config_var("Py_ENABLE_SHARED"):
        found.append(os.path.join(sys.base_prefix, "lib"))
    return found


def _inside(path: str, other: str) -> bool:
    real, outer = os.path.realpath(path), os.path.realpath(other)
    return real == outer or real.startswith(outer + os.sep)
