"""Who may do what: every command, form, editor and kind of answer, for everybody. Refused means nothing changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.core import deskwords, inbox, living, ownwords, suggesting, unionwords, words
from bot.core.hearing import _ACTS, _EDITORS, _FORMS, _HANDED_IN, LIVE, PREVIEW
from bot.core.messages import ANSWER, Command, Deed, Filled, Submission, WantsEditor
from bot.quiz.ids import SubmissionId
from tests.core.everybody import SECOND, SUGGESTED, Room, Who, room
from tests.core.test_leaks import state

CODE = "```\ndef double(x):\n    return x + x\n```"
S, L, M, V, E, H, D = Who
NOBODY_ELSE = (H,)
"""Moderators here."""
AT_HOME = (S, L, M, H, D)
"""Whatever is about this community."""
IN_PLACE = (S, L, M, H)
"""The same, where it has to be done in the place itself."""
ANYBODY = tuple(Who)
"""Whatever is about oneself."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing that can be done, and who may."""

    name: str
    text: str = ""
    may: tuple[Who, ...] = NOBODY_ELSE
    about: str = ""
    """Of a form."""
    values: Mapping[str, str] = field(default_factory=dict)
    after: tuple[str, ...] = ()
    """What a moderator did before."""
    writes: bool = False
    """Something is written down by it where it is allowed."""
    round: str = ""
    """Of the card it is pressed on, as the room names it."""

    @property
    def for_moderators(self) -> bool:
        """Nobody else may it, wherever they are."""
        return bool(self.may) and {H, E}.issuperset(self.may)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.name, self.text[:30].partition("\n")[0], self.about, self.round)))


COMMANDS = (
    Row(name="today", may=AT_HOME),
    Row(name="today", round="open", may=AT_HOME),
    Row(name="answer", may=AT_HOME),
    Row(name="run", text=CODE, may=AT_HOME),
    Row(name="hint", round="open", may=AT_HOME, writes=True),
    Row(name="hint", text="answer", round="open", may=AT_HOME, writes=True),
    Row(name="hint", round="preview"),
    Row(name="today", round="planned", may=()),
    Row(name="hint", round="planned", may=()),
    Row(name="hint", text="answer", round="planned", may=()),
    Row(name="report", text="key it is b", round="planned", may=()),
    Row(name="me", may=AT_HOME),
    Row(name="me", text="why", may=AT_HOME),
    Row(name="home", may=AT_HOME),
    Row(name="settings", may=ANYBODY),
    Row(name="settings", text="zone Europe/Berlin", may=ANYBODY, writes=True),
    Row(name="review", may=(L, D)),
    Row(name="guessed", may=(M,), writes=True),
    Row(name="board", may=AT_HOME),
    Row(name="privacy", may=ANYBODY),
    Row(name="privacy", text="hidden", may=ANYBODY, writes=True),
    Row(name="privacy", text="export", may=ANYBODY),
    Row(name="privacy", text="erase everything", may=ANYBODY),
    Row(name="sprint", may=AT_HOME),
    Row(name="suggest", may=AT_HOME),
    Row(name="suggest", text="mine", may=(L, D)),
    Row(name="suggest", text="s1", may=(L, D)),
    Row(name="suggest", text="credit s1", may=(L, D), writes=True),
    Row(name="suggest", text="withdraw s1", may=(L, D), writes=True),
    Row(name="help", may=ANYBODY),
    Row(name="report", text="key it is b", round="open", may=AT_HOME, writes=True),
    Row(name="link", may=ANYBODY),
    Row(name="link", text="AAAA-BBBB", may=()),
    Row(name="link", text="{linked} yes", may=ANYBODY, writes=True),
    Row(name="unlink", text="yes", may=(L, V, D), writes=True),
    Row(name="inbox"),
    Row(name="inbox", text="s1"),
    Row(name="inbox", text="r1"),
    Row(name="inbox", text="questions"),
    Row(name="inbox", text="approve s1", writes=True),
    Row(name="inbox", text="edit s1"),
    Row(name="inbox", text="ask s1 what does it print", writes=True),
    Row(name="inbox", text="dismiss s1 because", writes=True),
    Row(name="inbox", text="dismiss r1 because", writes=True),
    Row(name="items"),
    Row(name="items", text="q0"),
    Row(name="new"),
    Row(
        name="new",
        text='{"prompt": "p", "program": "print(1)", "answer": "1", "why": "so", "kind": "output"}',
        writes=True,
    ),
    Row(name="edit", text="s1"),
    Row(name="mute"),
    Row(name="mute", text="paper:ada"),
    Row(name="mute", text="paper:ada because", writes=True),
    Row(name="unmute", text="paper:mia", writes=True),
    Row(name="post", writes=True),
    Row(name="close", writes=True),
    Row(name="reveal", writes=True),
    Row(name="setup"),
    Row(name="setup", text="daily 10:00 UTC", writes=True),
    Row(name="queue"),
    Row(name="pin", text="last", writes=True),
    Row(name="swap", writes=True),
    Row(name="skip", writes=True),
    Row(name="ban", text="c", writes=True),
    Row(name="allow", text="c", after=("ban c",), writes=True),
    Row(name="theme", text="c", writes=True),
    Row(name="pause", writes=True),
    Row(name="resume", after=("pause",), writes=True),
    Row(name="extend", text="2h", writes=True),
    Row(name="rekey", text="2026-11-26 b"),
    Row(name="void", text="2026-11-26 full unclear"),
    Row(name="adjust", text="paper:ada +5 because"),
    Row(name="confirm", text="{code}", after=("void 2026-11-26 full unclear",), writes=True),
    Row(name="audit"),
    Row(name="dashboard"),
    Row(name="digest"),
    Row(name="preview"),
    Row(name="preview", text="last"),
    Row(name="try", text="last a"),
    Row(name="invite"),
    Row(name="join", text="AAAA-BBBB", may=()),
    Row(name="join", text="{invited}", may=(E,), writes=True),
    Row(name="leave", text=SECOND, writes=True),
    Row(name="live", after=("live all 2",)),
    Row(name="live", text="all 2", writes=True),
    Row(name="live", text="reveal", after=("live all 2",), writes=True),
    Row(name="live", text="next", after=("live all 2",), writes=True),
    Row(name="live", text="stop", after=("live all 2",), writes=True),
)
FORMS = (
    Row(name="suggest", values=SUGGESTED, may=AT_HOME, writes=True),
    Row(name="suggest", values=SUGGESTED, about="s1", may=(L, D), writes=True),
    Row(name="settings", values={"zone": "Europe/Berlin"}, may=ANYBODY, writes=True),
    Row(name="alias", values={"alias": "Night Owl"}, may=ANYBODY, writes=True),
    Row(name="report", values={"wrong": "other", "text": "another"}, about="1", may=AT_HOME, writes=True),
    Row(name="ask", values={"text": "what does it print"}, about="s1", writes=True),
    Row(name="dismiss", values={"text": "because"}, about="s1", writes=True),
    Row(name="new", values=SUGGESTED, writes=True),
    Row(name="amend", values=SUGGESTED, about="s1", writes=True),
    Row(name="mute", values={"text": "because"}, about="paper:ada", writes=True),
)
HANDED_IN = (
    Row(name=ANSWER, text=CODE, round="open", may=AT_HOME, writes=True),
    Row(name=ANSWER, text=CODE, may=AT_HOME, writes=True),
    Row(name=ANSWER, text="a", round="planned", may=()),
    Row(name="run", text=CODE, may=AT_HOME),
    Row(name="sprint", text="42", may=AT_HOME),
    Row(name="review", text="42", may=(L, D), writes=True),
    Row(name=LIVE, text="42", round="night", after=("live all 2",), may=IN_PLACE, writes=True),
    Row(name=PREVIEW, text="a", round="preview"),
)
EDITORS = (
    Row(name=ANSWER, round="open", may=AT_HOME),
    Row(name=ANSWER, round="planned", may=()),
    Row(name="run", may=AT_HOME),
    Row(name="sprint", may=AT_HOME),
    Row(name="review", may=(L, D)),
    Row(name=LIVE, round="night", after=("live all 2",), may=IN_PLACE),
    Row(name=PREVIEW, round="preview"),
)
REFUSALS = [
    sentence.partition("{")[0].strip()
    for sentence in (
        words.ONLY_MODERATORS,
        words.NOT_HERE,
        words.NOTHING_OPEN,
        words.NO_PREVIEW,
        deskwords.NONE_YET,
        deskwords.NOT_ASKED_HERE,
        ownwords.NOTHING_GUESSED,
        ownwords.REVIEW_EMPTY,
        unionwords.NOTHING_LINKED,
        unionwords.NO_SUCH_CODE,
        unionwords.ALREADY_HERE,
        "Questions are asked in channels only.",
        "of yours.",
    )
]


def _kind(kind: type[Deed], rows: Iterable[Row]) -> list[Any]:
    return [pytest.param(kind, row, id=f"{kind.__name__} {row}") for row in rows]


ROWS = [*_kind(Command, COMMANDS), *_kind(Filled, FORMS), *_kind(Submission, HANDED_IN), *_kind(WantsEditor, EDITORS)]


def _deed(made: Room, who: Who, kind: type[Deed], row: Row) -> Deed:
    id_, text, one = SubmissionId(who.name), made.meant(row.text), made.rounds.get(row.round)
    given: dict[str, Any] = {"who": who.person, "place": who.place}
    if kind is Filled:
        return Filled(**given, id=id_, form=row.name, about=row.about, values=row.values)
    if kind is Submission:
        return Submission(**given, id=id_, answer=text, round=one, to=row.name)
    if kind is WantsEditor:
        return WantsEditor(**given, round=one, to=row.name)
    return Command(**given, name=row.name, text=text, round=one)


@pytest.mark.parametrize(("kind", "row"), ROWS)
async def test_everybody_may_what_the_table_says_and_nothing_else(kind: type[Deed], row: Row, tmp_path: Path) -> None:
    async with room(tmp_path, *row.after) as made:
        for who in (one for one in Who if one not in row.may):
            if not row.for_moderators:  # whoever uses what is for everybody is known by it
                await made.world.member(who.person)
            before, here = made.content(), await state(made.store, made.here)
            said = await made.hears(_deed(made, who, kind, row))
            assert await state(made.store, made.here) == here, (who, said)
            if who not in (V, E) or (who is V and row.for_moderators):  # in their place, they may do the same
                assert any(refusal in said for refusal in REFUSALS), (who, said)
                assert made.content() == before, (who, said)
    for who in row.may:
        (folder := tmp_path / who.name).mkdir()
        async with room(folder, *row.after) as made:
            before = made.content()
            said = await made.hears(_deed(made, who, kind, row))
            assert said, who
            assert not any(refusal in said for refusal in REFUSALS), (who, said)
            assert made.content() != before or not row.writes, (who, said)


def test_the_table_is_complete() -> None:
    assert {row.name for row in COMMANDS} == set(_ACTS)
    assert {row.name for row in FORMS} == set(_FORMS)
    assert {row.name for row in HANDED_IN} == {ANSWER, *_HANDED_IN}
    assert {row.name for row in EDITORS} == {ANSWER, *_EDITORS}
    first_words = {name: {row.text.partition(" ")[0] for row in COMMANDS if row.name == name} for name in _ACTS}
    assert set(inbox._ACTS) <= first_words["inbox"]
    assert set(living._HOST) <= first_words["live"]
    assert set(suggesting._WITH_NUMBER) <= first_words["suggest"]
