"""Every row of the curriculum has a live question, or is named as missing."""

from collections.abc import Callable
from pathlib import Path

from bot.bank.coverage import coverage
from bot.bank.folders import load, load_contents
from bot.checking.words import in_rows


def test_a_row_without_a_live_question_is_named(bank: Callable[..., Path], whole: Callable[..., str]) -> None:
    root = bank({
        "names/aliasing/one.md": whole("choice"),
        "names/aliasing/two.md": whole("output", ('["S91a"]', '["S90b"]\nstatus = "draft"')),
        "names/identity/three.md": whole("output"),
    })  # fmt: skip
    covered = coverage(load_contents(root)[0], load(root)[0])
    assert [(one.topic.id, one.questions, one.missing) for one in covered] == [
        ("names/aliasing", 1, ("S90b",)),
        ("names/identity", 1, ()),
    ]
    assert in_rows(covered).splitlines() == [
        "               choice output error function fix order fill open sum",
        "names/aliasing      1                                             1",
        "names/identity             1                                      1",
        "all                 1      1     0        0   0     0    0    0   2",
        "no live question yet: names/aliasing S90b",
    ]
