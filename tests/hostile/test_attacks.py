"""Every attack of the corpus, fought for real. A case is a file: `attacks/<class>/<name>.py`."""

import pytest

from bot.quiz.pythons import Version
from tests.hostile.corpus import CLASSES, Attack, attacks, here
from tests.hostile.match import Arrange, Match
from tests.hostile.modes import BEST, MODES, VERSIONS, Mode, ours

ATTACKS = [one for one in attacks() if here(one)]


@pytest.fixture(scope="session")
def best(arrange: Arrange) -> Match:
    """The highest walls that this machine allows."""
    return arrange(BEST, ours())


def fought(match: Match, attack: Attack) -> str:
    """What was wrong; a class is fought as one batch, its cases beside one another."""
    results = match.results([one.name for one in ATTACKS if one.kind == attack.kind])
    told = results.get(attack.name) or {"problems": ["the arena died"], "seen": ""}
    return "\n".join([*told["problems"], told["seen"]]) if told["problems"] else ""


@pytest.mark.xdist_group("hostile")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: one.name)
def test_an_attack_is_contained(best: Match, attack: Attack) -> None:
    assert best.refused == ""
    assert fought(best, attack) == "", attack.about


@pytest.mark.xdist_group("hostile")
def test_no_process_is_left_when_the_judge_has_closed(arrange: Arrange) -> None:
    match = arrange(BEST, ours())
    match.results([one.name for one in ATTACKS if one.kind == "process"])
    assert match.close()["left"] == {}


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one[0]}.{one[1]}")
@pytest.mark.parametrize("mode", MODES.values(), ids=lambda one: one.name.replace(" ", "-"))
@pytest.mark.parametrize("kind", CLASSES)
def test_a_class_is_contained_in_every_mode(arrange: Arrange, mode: Mode, version: Version, kind: str) -> None:
    match = arrange(mode, version)
    assert match.refused == ""
    escaped = {one.name: fought(match, one) for one in ATTACKS if one.kind == kind}
    assert {name: why for name, why in escaped.items() if why} == {}


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one[0]}.{one[1]}")
@pytest.mark.parametrize("mode", MODES.values(), ids=lambda one: one.name.replace(" ", "-"))
def test_no_process_is_left_in_any_mode(arrange: Arrange, mode: Mode, version: Version) -> None:
    match = arrange(mode, version)
    match.results([one.name for one in ATTACKS if one.kind == "process"])
    assert match.close()["left"] == {}
