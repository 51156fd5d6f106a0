"""The transcripts are the documentation of whole days, so nothing that can be asked is missing in them."""

from collections.abc import Iterable
from pathlib import Path

from bot.core import hearing, inbox, living, settings, suggesting, words
from bot.core.helptexts import TITLES
from bot.quiz.rulings import Credit
from tests.scenarios.test_transcripts import TRANSCRIPTS
from tests.scenarios.transcripts import Step, steps

ELSEWHERE = {
    "suggest withdraw": "a form's page has the button; `credit` beside it is typed, and test_suggesting withdraws",
}
"""What no transcript types, and why."""
OF = {
    "inbox": [*inbox._ACTS, "questions"],
    "live": [*living._HOST, "all"],
    "board": [*words.BOARDS, "topics", "all text"],
    "help": [*TITLES],
    "suggest": ["mine", *suggesting._WITH_NUMBER],
    "privacy": ["public", "alias", "hidden", "export", "erase", "erase everything"],
    "hint": ["answer"],
    "me": ["why"],
    "digest": ["last"],
    "theme": ["off"],
    "unlink": ["yes"],
    "rekey": ["bank"],
    "void": [*map(str, Credit)],
}
"""What follows a command and is a command of its own."""
FILLED = {"settings": [settings.ZONE, settings.LANGUAGE, settings.REMINDERS]}
"""What is set by its name, typed or in a form."""


def wanted() -> set[str]:
    """Everything that can be asked."""
    below = {f"{name} {more}" for name, more in _pairs(OF.items())}
    return {*hearing._ACTS, *below, *(f"{name} {field}" for name, field in _pairs(FILLED.items()))}


def _pairs(table: Iterable[tuple[str, list[str]]]) -> Iterable[tuple[str, str]]:
    return ((name, more) for name, several in table for more in several)


def typed(script: Iterable[Step]) -> set[str]:
    """What people ask in a transcript: each beginning of what they type, and the fields they fill in."""
    found, asked = set[str](), dict[str, str]()
    for step in script:
        if step.to or step.who in ("bot", "clock", "locale", "nobody reads", "restart"):
            continue
        said = step.text.removeprefix("/quiz-admin ").split()
        if said[0] == "fill":
            found.add(f"{asked.get(step.who, '')} {said[1].rstrip(':')}")
            continue
        asked[step.who] = said[0] if said[0] != "send" else asked.get(step.who, "")
        found |= {" ".join(said[:number]) for number in (1, 2, 3)}
    return found


def everything(files: Iterable[Path]) -> set[str]:
    return {one for file in files for one in typed(steps(file))}


def test_every_command_is_typed_in_a_transcript() -> None:
    assert wanted() - everything(TRANSCRIPTS) == set(ELSEWHERE)


def test_a_command_that_no_transcript_types_is_found() -> None:
    fewer = [file for file in TRANSCRIPTS if file.stem != "a-study-night"]
    assert {"live", "live next", "live stop"} <= wanted() - everything(fewer)
