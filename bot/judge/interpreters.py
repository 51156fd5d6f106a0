"""The CPythons present on this machine, asked rather than guessed."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.quiz.pythons import Version

KNOWN_MINORS = range(11, 16)
_ASK = "import sys; print(sys.implementation.name, *sys.version_info[:2], sys._base_executable or sys.executable)"


def base_interpreter() -> Path:
    """The interpreter below our virtual environment: learners' code must not find our packages."""
    return Path(getattr(sys, "_base_executable", None) or sys.executable).resolve()


def interpreters(extra: Iterable[Path] = ()) -> dict[Version, Path]:
    """Every CPython >= 3.11 found: ours, `extra`, `python3.N` on PATH, and pyenv's. The first of a version wins."""
    ours = (sys.version_info[0], sys.version_info[1])
    found: dict[Version, Path] = {ours: base_interpreter()}
    for candidate in [*extra, *_on_path(), *_of_pyenv()]:
        if answer := _ask(candidate):
            found.setdefault(*answer)
    return dict(sorted(found.items()))


def _on_path() -> list[Path]:
    paths = [shutil.which(f"python3.{minor}") for minor in KNOWN_MINORS]
    return [Path(path) for path in paths if path]


def _of_pyenv() -> list[Path]:
    return sorted(Path.home().glob(".pyenv/versions/3.*/bin/python"))


def _ask(candidate: Path) -> tuple[Version, Path] | None:
    """Version and base executable, or None for what is no CPython >= 3.11 (a pyenv shim may point nowhere)."""
    try:
        told = subprocess.run(
            [candidate, "-I", "-S", "-c", _ASK], capture_output=True, text=True, timeout=10, check=True
        )
        name, major, minor, path = told.stdout.strip().split(" ", 3)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    version = int(major), int(minor)
    return (version, Path(path).resolve()) if name == "cpython" and version >= (3, 11) else None
