"""The control group: without a judge these attacks do their harm. A case that would hold anyway proves nothing."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.quiz.runs import Run
from bot.quiz.verdicts import Outcome
from tests.hostile.canaries import Canaries
from tests.hostile.corpus import CLASSES, Attack, attacks
from tests.hostile.modes import as_user
from tests.hostile.rulings import problems

BARE_USER = 61_008
BITING = [one for one in attacks() if one.bites]
SAMPLE = {
    next(one.name for one in BITING if one.kind == kind) for kind in CLASSES if any(one.kind == kind for one in BITING)
}
PYTHON = "/usr/bin/python3"


@pytest.fixture
def scratch() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="bare-"))
    if os.geteuid() == 0:
        os.chown(folder, BARE_USER, BARE_USER)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not Path(PYTHON).exists(), reason="needs a Python that every user can run")
@pytest.mark.parametrize(
    "attack",
    [pytest.param(one, marks=() if one.name in SAMPLE else pytest.mark.slow) for one in BITING],
    ids=lambda one: one.name,
)
def test_an_attack_has_teeth(attack: Attack, scratch: Path) -> None:
    with Canaries(BARE_USER if os.geteuid() == 0 else os.geteuid()) as canaries:
        run = bare(canaries.fill_in(attack.source), scratch)
        touched = canaries.touched()
    assert problems(attack, run, "bare") or touched, run


def bare(source: str, folder: Path) -> Run:
    """The attack on an ordinary interpreter, as an ordinary user."""
    done = subprocess.run(
        [PYTHON, "-I", "-X", "utf8", "-c", source],
        check=False, capture_output=True, text=True, cwd=folder, env={}, timeout=20,
        start_new_session=True, **as_user(BARE_USER),
    )  # fmt: skip
    outcome = Outcome.CRASHED if done.returncode else Outcome.PASSED
    return Run(outcome=outcome, stdout=done.stdout, stderr=done.stderr)
