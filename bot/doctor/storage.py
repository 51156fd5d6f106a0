"""The database and its disk, looked at from outside."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from bot.clocks import SystemClock
from bot.judge import Finding
from bot.quiz.errors import StoreTrouble
from bot.store.sqlite import looking
from bot.vitals import Vitals, file_of

ROOM = 200 * 1024 * 1024
"""Bytes that should be free beside as much again as the database holds: a migration copies it."""
FAR_AWAY = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "ceph", "glusterfs")
"""File systems on which SQLite's locks and journal cannot be relied on."""
MOUNTS = Path("/proc/self/mounts")


def examine(path: Path) -> list[Finding]:
    """Engine, folder, disk, and every page."""
    version = ".".join(map(str, looking.engine()))
    found = [
        Finding(
            name="SQLite", held=looking.engine() >= looking.OLDEST, detail=f"{version}; 3.35 is the oldest that works"
        ),
        _folder(path),
        _disk(path),
    ]
    return [*found, *([_pages(path), _running(path)] if path.exists() else [_absent(path)])]


def last_pulse(path: Path) -> datetime | None:
    """When a bot that is running, or was killed, last said that it is alive."""
    vitals = _vitals(path)
    return vitals.at if vitals else None


def _vitals(path: Path) -> Vitals | None:
    try:
        return Vitals.read(file_of(path).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _absent(path: Path) -> Finding:
    return Finding(name="database", held=True, detail=f"{path} is not there yet; `askling run` makes it")


def _folder(path: Path) -> Finding:
    folder, us = path.absolute().parent, os.geteuid()
    if not folder.is_dir():
        return Finding(name="database folder", held=True, detail=f"{folder} is made by `askling run`")
    writable = os.access(folder, os.W_OK | os.X_OK, effective_ids=True)
    kind = _file_system(folder)
    if kind in FAR_AWAY:
        return Finding(name="database folder", held=False, detail=f"{folder} is on {kind}; keep it on a local disk")
    fix = "" if writable else f" cannot be written by uid {us}: `chown {us} {folder}`"
    return Finding(name="database folder", held=writable, detail=f"{folder}{fix or f' ({kind})'}")


def _file_system(folder: Path) -> str:
    """Of the mount with the longest path above the folder."""
    try:
        mounts = [line.split()[1:3] for line in MOUNTS.read_text("utf-8").splitlines()]
    except OSError:
        return "unknown"
    above = [(len(where), kind) for where, kind in mounts if folder.is_relative_to(where)]
    return max(above, default=(0, "unknown"))[1]


def _disk(path: Path) -> Finding:
    folder = next(one for one in path.absolute().parents if one.is_dir())
    free = shutil.disk_usage(folder).free
    held = path.stat().st_size if path.exists() else 0
    detail = f"{free // 1024**2} MiB free"
    enough = free >= ROOM + held
    return Finding(
        name="disk", held=enough, detail=detail if enough else f"{detail}; make room for {(ROOM + held) // 1024**2} MiB"
    )


def _pages(path: Path) -> Finding:
    try:
        seen = looking.look(path)
    except StoreTrouble as trouble:
        return Finding(name="database", held=False, detail=str(trouble))
    if seen.problem:
        detail = f"{path} is damaged: {seen.problem}. Restore the newest backup"
        return Finding(name="database", held=False, detail=detail)
    shape = "today's shape"
    if seen.migrations < seen.newest:
        shape = f"migration {seen.migrations} of {seen.newest}; `askling run` brings it forward"
    detail = f"{path}: every page is sound, {shape}, journal mode {seen.journal}"
    return Finding(name="database", held=True, detail=detail)


def _running(path: Path) -> Finding:
    vitals = _vitals(path)
    if vitals is None:
        return Finding(name="bot", held=True, detail="not running on this database")
    ailments = vitals.ailments(SystemClock().now())
    return Finding(name="bot", held=not ailments, detail=" ".join(ailments) or "running, and well")
