"""Ordinary programs that must go on working, exactly as written, behind every wall."""

import pytest

from bot.quiz.pythons import Version
from tests.hostile.corpus import Ordinary, ordinary_programs
from tests.hostile.match import Arrange, Match
from tests.hostile.modes import BEST, MODES, VERSIONS, Mode, ours

PROGRAMS = ordinary_programs()


def wrong(match: Match, programs: list[Ordinary]) -> dict[str, list[str]]:
    results = match.results([one.name for one in programs])
    told = {one.name: results.get(one.name, {"problems": ["the arena died"]})["problems"] for one in programs}
    return {name: problems for name, problems in told.items() if problems}


@pytest.mark.xdist_group("hostile")
def test_ordinary_programs_work(arrange: Arrange) -> None:
    assert wrong(arrange(BEST, ours()), [one for one in PROGRAMS if one.since <= ours()]) == {}


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one[0]}.{one[1]}")
@pytest.mark.parametrize("mode", MODES.values(), ids=lambda one: one.name.replace(" ", "-"))
def test_ordinary_programs_work_in_every_mode(arrange: Arrange, mode: Mode, version: Version) -> None:
    assert wrong(arrange(mode, version), [one for one in PROGRAMS if one.since <= version]) == {}
