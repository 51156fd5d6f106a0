import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.judge import base_interpreter, interpreters
from bot.quiz.pythons import Version
from tests.hostile.interpreters import RUNNER, runnable_for
from tests.hostile.match import Arrange, Match
from tests.hostile.modes import Mode, ours


@pytest.fixture(scope="session")
def shelf() -> Iterator[Path]:
    """A folder that every user may read; pytest's own are closed."""
    folder = Path(tempfile.mkdtemp(prefix="py-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def arrange(shelf: Path) -> Iterator[Arrange]:
    """Open an arena for a mode and a Python, once; skips where the machine cannot."""
    matches: dict[tuple[str, Version], Match] = {}

    def arranged(mode: Mode, version: Version) -> Match:
        known = matches.get((mode.name, version))
        if known is None or known.over:
            matches[mode.name, version] = _opened(mode, version, shelf)
        return matches[mode.name, version]

    yield arranged
    for match in matches.values():
        match.close()


def _opened(mode: Mode, version: Version, shelf: Path) -> Match:
    if why := mode.missing():
        pytest.skip(why)
    found = {ours(): base_interpreter()} if version == ours() else interpreters()
    if version not in found:
        pytest.skip(f"Python {version[0]}.{version[1]} is not on this machine")
    python = runnable_for(mode.reader, found[version], shelf)
    runner = runnable_for(mode.uid, base_interpreter(), shelf, RUNNER)
    if not python or not runner:
        pytest.skip(f"uid {mode.reader} cannot read a Python or this checkout: it lies below a closed folder")
    return Match(mode, runner=runner, python=python, version=version)
