"""Secrets: in a file, or in a variable. A file is told by `<NAME>_FILE`, or found where containers mount it."""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.quiz.errors import SettingsMistake

MOUNTED = Path("/run/secrets")
"""Where Docker and Podman mount file secrets, each named like its setting (in small letters)."""
FILE = "_FILE"
LONGEST = 4096


def secret(name: str, given: Mapping[str, str | None], *, mounted: Path = MOUNTED) -> str:
    """One secret, without the line end that editors add; empty where none is given.

    Args:
        name: of its setting: `ASKLING_DISCORD_TOKEN`.
        given: the environment.
        mounted: the folder to look in last.

    Raises:
        SettingsMistake: it is given twice, or its file cannot be used; says what to change.
    """
    value, told = (given.get(name) or "").strip(), given.get(f"{name}{FILE}")
    if value and told:
        raise SettingsMistake(f"{name} and {name}{FILE} are both set; keep one of them.")
    if value:
        return value
    if told:
        return _read(f"{name}{FILE}", Path(told))
    found = mounted / name.lower()
    return _read(name, found) if _there(found) else ""


def forget(names: Iterable[str]) -> None:
    """Take secrets out of this process's environment, so that nothing it starts inherits them."""
    for name in names:
        os.environ.pop(name, None)


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder on the way is closed to us; then the file is none of ours
        return False


def _read(name: str, path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST + 1)
    except FileNotFoundError:
        raise SettingsMistake(f"{name}: there is no file {path}.") from None
    except PermissionError:
        raise SettingsMistake(f"{name}: {_closed(path)}") from None
    except OSError as error:
        raise SettingsMistake(f"{name}: {path} cannot be read: {error.strerror}.") from None
    return _text(name, path, raw)


def _text(name: str, path: Path, raw: bytes) -> str:
    if len(raw) > LONGEST:
        raise SettingsMistake(f"{name}: {path} is longer than any token; is it the right file?")
    try:
        text = raw.decode().strip()
    except UnicodeDecodeError:
        raise SettingsMistake(f"{name}: {path} is no text; is it the right file?") from None
    if not text:
        raise SettingsMistake(f"{name}: {path} is empty.")
    return text


def _closed(path: Path) -> str:
    """Compose keeps a file's owner and mode, so a file of root's alone is closed to a service that is not root."""
    us = os.geteuid()
    try:
        found = path.stat()
    except OSError:
        return f"{path} cannot be read by uid {us}: a folder on the way to it is closed."
    owner, mode = found.st_uid, stat.S_IMODE(found.st_mode)
    return (
        f"{path} belongs to uid {owner} with mode {mode:03o} and cannot be read by uid {us}. "
        f"On the host: `chown {us} FILE && chmod 400 FILE`."
    )
