"""A Python that an ordinary user can run, also where ours lies below somebody's closed home folder."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

from tests.hostile.modes import ROOT, as_user

_LEFT_OUT = shutil.ignore_patterns("test", "tests", "idlelib", "tkinter", "turtledemo", "ensurepip", "config-*", "*.a")


RUNNER = (
    f"import sys; sys.path[:0] = {[str(ROOT), sysconfig.get_path('purelib')]!r}; from tests.hostile.arena import main"
)
"""Loads the judge from this checkout, with what is installed for these tests."""


def runs_for(uid: int, python: Path, code: str) -> bool:
    """Whether that user can run this Python and this code with it."""
    command = [str(python), "-I", "-S", "-B", "-c", code]
    try:
        subprocess.run(command, check=True, capture_output=True, cwd="/", **as_user(uid))
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
    program = python.resolve()
    prefix, home = program.parents[1], shelf / program.parents[1].name
    if not home.exists():
        (home / "bin").mkdir(parents=True)
        library = f"lib/{program.name}"
        shutil.copytree(prefix / library, home / library, ignore=_LEFT_OUT, copy_function=_link)
        for shared in (prefix / "lib").glob("libpython*"):
            _link(str(shared), str(home / "lib" / shared.name))
        _copy_program(program, home)
    return home / "bin" / program.name


def _copy_program(program: Path, home: Path) -> None:
    """Its shared library is looked for where it was built; a path that is no longer can be put in its place."""
    was, now = (os.fsencode(prefix / "lib") + b"\0" for prefix in (program.parents[1], home))
    code = program.read_bytes()
    twin = home / "bin" / program.name
    twin.write_bytes(code.replace(was, now.ljust(len(was), b"\0")) if len(now) <= len(was) else code)
    twin.chmod(0o755)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
