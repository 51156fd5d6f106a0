"""The corpus itself: each case says what it is about, and every class is there."""

import re
from pathlib import Path

from tests.hostile.corpus import CLASSES, HERE, attacks, ordinary_programs
from tests.hostile.modes import MODES, ROOT
from tests.hostile.rulings import known_endings

ATTACKS = attacks()
PLACES = re.compile(r"@([A-Z]+)@")
KNOWN_PLACES = {
    "SECRET",
    "FOLDER",
    "TCP",
    "UDP",
    "UNIX",
    "DATAGRAM",
    "ABSTRACT",
    "WHISPER",
    "DATABASE",
    "PID",
    "STRAY",
    "NUL",
    "MARK",
}


def test_every_class_has_its_attacks() -> None:
    assert {one.kind for one in ATTACKS} == set(CLASSES)
    assert len(ATTACKS) >= 600
    assert len(ordinary_programs()) >= 90


def test_an_attack_says_what_it_is_about_and_how_it_must_end() -> None:
    assert [one.name for one in ATTACKS if len(one.about) < 5] == []
    assert [one.name for one in ATTACKS if not one.expect or set(one.expect) - set(known_endings())] == []


def test_an_attack_that_must_be_denied_can_also_say_that_it_was_not() -> None:
    only_denied = [one for one in ATTACKS if one.expect == ("denied",)]
    assert [one.name for one in only_denied if "BREACH" not in one.source or "DENIED" not in one.source] == []


def test_tampering_has_cases_to_tamper_with() -> None:
    assert [one.name for one in ATTACKS if "not passed" in one.expect and not one.probes] == []


def test_no_attack_is_another_under_a_second_name() -> None:
    sources = [one.source + one.before for one in ATTACKS]
    assert len(sources) == len(set(sources))


def test_placeholders_are_known() -> None:
    found = {place for one in ATTACKS for place in PLACES.findall(one.source + one.before)}
    assert found == KNOWN_PLACES


def test_modes_are_known() -> None:
    said = {mode for one in ATTACKS for mode in one.succeeds_in}
    said |= {mode for one in ordinary_programs() for mode in one.fails_in}
    assert said <= set(MODES)


def test_every_tool_is_used() -> None:
    used = {
        name
        for file in HERE.glob("attacks/*/*.py")
        for name in re.findall(r"#\| tools = \[\"(\w+)\"\]", file.read_text("utf-8"))
    }
    assert used == {Path(tool).stem for tool in HERE.glob("tools/*.py")}


def rows(page: str, title: str) -> dict[str, tuple[str, ...]]:
    """First column -> the modes in the last, of the table under a heading."""
    section = (ROOT / page).read_text("utf-8").split(f"## {title}\n")[1].split("\n## ")[0]
    cells = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")][1:]
    return {first: tuple(last.split(", ")) for first, *_, last in cells}


def test_operators_can_read_which_programs_do_not_work_where() -> None:
    told = rows("docs/operators/sandbox.md", "Ordinary programs that do not work")
    assert told == {one.name: one.fails_in for one in ordinary_programs() if one.fails_in}


def test_operators_can_read_which_attacks_succeed_where() -> None:
    told = rows("docs/operators/sandbox.md", "Attacks known to succeed")
    assert told == {one.name: one.succeeds_in for one in ATTACKS if one.succeeds_in}


def test_operators_can_read_of_every_mode() -> None:
    assert set(rows("docs/operators/sandbox.md", "The modes")) == set(MODES)


def test_every_class_has_its_row_in_the_threat_model() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert [kind for kind in CLASSES if f"`tests/hostile/attacks/{kind}" not in text] == []
