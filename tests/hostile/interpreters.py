"""A Python that an ordinary user can run, also where ours lies below somebody's closed home folder."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

from tests.hostile.modes import ROOT, as_user

_LEFT_OUT = shutil.ignore_patterns(
    "test", "tests", "site-packages", "idlelib", "tkinter", "turtledemo", "ensurepip", "config-*", "*.a"
)


RUNNER = (
    f"import sys; sys.path[:0] = {[str(ROOT), sysconfig.get_path('purelib')]!r}; from tests.hostile.arena import main"
)
"""Loads the judge from this checkout, with what is installed for these tests."""


def runs_for(uid: int, python: Path, code: str) -> bool:
    """Whether that user can run this Python and this code with it."""
    command = [str(python), "-I", "-S", "-B", "-c", code]
    try:
        subprocess.run(command, check=True, capture_output=True, cwd="/", user=as_user(uid), group=as_user(uid))
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def runnable_for(uid: int, python: Path, shelf: Path, code: str = "import json") -> Path | None:
    """This Python, or its twin on the shelf where only a closed folder kept the user from it; None without either."""
    if runs_for(uid, python, code):
        return python
    twin = _twin(python, shelf)
    return twin if runs_for(uid, twin, code) else None


def _twin(python: Path, shelf: Path) -> Path:
    """The same files under another name: hard links, so that 100 MB cost nothing."""
    prefix = python.resolve().parents[1]
    home = shelf / prefix.name
    if not home.exists():
        library = f"lib/{python.resolve().name}"
        (home / "bin").mkdir(parents=True)
        _link(str(python.resolve()), str(home / "bin" / python.resolve().name))
        shutil.copytree(prefix / library, home / library, ignore=_LEFT_OUT, copy_function=_link)
    return home / "bin" / python.resolve().name


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
