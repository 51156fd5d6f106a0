"""Two communities learn nothing of each other, on one chat, on one server, whatever is asked for in which place."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import partial

import pytest

from bot.core.hearing import _ACTS, _FORMS, _HANDED_IN, hear
from bot.core.messages import (
    Accept,
    Answer,
    Ask,
    Command,
    Correct,
    Fill,
    Filled,
    Show,
    Submission,
    View,
    WantsEditor,
)
from bot.core.records import Community, Round
from bot.core.scorecards import CorrectionView
from bot.quiz.ids import Place, SubmissionId
from bot.quiz.setups import changed
from bot.store.sqlite import SQLiteStore
from bot.testing.days import MORNING, Day, person
from bot.testing.questions import a_coding, an_output
from bot.testing.stores import MemoryStore

HERE, THERE = Place("paper:server:here"), Place("paper:server:there")
MANY = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]
PEOPLE = ("zenobia", "xerxes", "moritz")
"""Whoever is only here; `moritz` moderates."""
WORDS = ("because-of-the-secret", "guess-of-hers", "whatever-is-wrong", "secret-suggestion", "secret-reason", "zenith")
"""What was only said here."""


async def lived() -> tuple[Day, Community, Community]:
    """A community with a few days behind it, and another one beside it on the same server that knows nobody."""
    day = Day(*MANY)
    here = await day.store.enrol(HERE, changed(None, "daily 09:00 UTC pack=a"), now=MORNING)
    there = await day.store.enrol(THERE, changed(None, "daily 21:00 UTC pack=b"), now=MORNING)
    for date in (24, 25):
        await day.at(9, day=date)
        await day.verdict("zenobia", "guess-of-hers", place=HERE)
        await day.verdict("zenobia", "42", place=HERE)
        await day.verdict("xerxes", "42", place=HERE)
    await day.asks("zenobia", "report", "key whatever-is-wrong", place=HERE)
    await day.asks("zenobia", "privacy", "alias zenith", place=HERE)
    filled = Filled(
        id=SubmissionId("f1"),
        who=person("zenobia"),
        place=HERE,
        form="suggest",
        about="",
        values={"kind": "output", "prompt": "secret-suggestion", "program": "print(1)", "answer": "1", "why": "so"},
    )
    await day.chat.says(partial(hear, day.world), filled)
    view = await day.asks("moritz", "void", "full because-of-the-secret", moderator=True, place=HERE)
    assert isinstance(view, CorrectionView)
    await day.note("moritz", "confirm", view.code, moderator=True, place=HERE)
    await day.asks("moritz", "mute", "xerxes secret-reason", moderator=True, place=HERE)
    return day, here, there


def texts(value: object) -> Iterator[str]:
    """Every string anywhere in an answer."""
    if isinstance(value, str):
        yield str(value)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for one in fields(value) for text in texts(getattr(value, one.name)))
    elif isinstance(value, tuple | list | frozenset):
        yield from (text for one in value for text in texts(one))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for text in texts(pair))


async def told(day: Day, deed: Command | Submission | WantsEditor | Filled) -> str:
    """Everything somebody gets to read for a deed."""
    answer: Answer = await hear(day.world, deed)
    seen: list[object] = [answer.message if isinstance(answer, Correct) else None]
    match answer:
        case Accept(then=then):
            seen.append(await then())
        case Show(view=view, then=then):
            seen += [view, await then() if then else None]
        case Ask(card=card):
            seen.append(card)
        case Fill(form=form):
            seen.append(form)
    return "\n".join(text for one in seen for text in texts(one))


def leaked(text: str, *, but: str = "") -> list[str]:
    """What of the one community is in a text of the other; what was said in the deed itself is none."""
    return [one for one in (*PEOPLE, *WORDS, HERE) if one in text.casefold() and one not in but]


def words_for(round_: Round) -> list[str]:
    """What people could try behind any command."""
    numbers = [f"{round_.id}", f"#{round_.id}", "1", "s1", "r1", "f1", "2026-11-24", "2026-11-25"]
    names = ["zenobia", "paper:zenobia", "xerxes +5 because", "zenobia +5 because", "all", "why", "last", "mine", HERE]
    verbs = [f"{verb} {number}" for verb in ("approve", "dismiss", "look", "ask") for number in ("1", "s1", "r1", "f1")]
    return ["", *numbers, *names, *verbs]


@pytest.mark.parametrize("name", sorted(_ACTS))
async def test_no_command_tells_one_community_of_another(name: str) -> None:
    day, here, _ = await lived()
    (asked, *_) = await day.store.rounds(here.id)
    before = await state(day.store, here)
    for moderator in (False, True):
        for text in words_for(asked):
            for number in (None, asked.id):
                who = person("bea", moderator=moderator)
                deed = Command(who=who, place=THERE, name=name, text=text, round=number)
                said = await told(day, deed)
                assert leaked(said, but=text) == [], (text, number, said)
    assert await state(day.store, here) == before


@pytest.mark.parametrize("to", ["answer", *sorted(_HANDED_IN)])
async def test_a_round_of_another_community_cannot_be_answered(to: str) -> None:
    day, here, there = await lived()
    before = await state(day.store, here)
    for one in await day.store.rounds(here.id):
        for answer in ("42", "```\ndef double(x):\n    return x + x\n```"):
            number = SubmissionId(f"{to}{one.id}{answer[:1]}")
            handed = Submission(id=number, who=person("bea"), place=THERE, answer=answer, round=one.id, to=to)
            assert leaked(await told(day, handed)) == []
        wants = WantsEditor(who=person("bea"), place=THERE, round=one.id, to=to)
        assert not isinstance(await hear(day.world, wants), Ask)
    assert await state(day.store, here) == before
    assert await day.store.history(there.id) == ()


async def test_what_a_community_wrote_itself_completes_there_alone() -> None:
    day, here, _ = await lived()
    own = an_output("community/1")
    day.world.bank.admit(here.id, [own])
    assert own in await day.world.pool_at(HERE)
    assert own not in await day.world.pool_at(THERE)
    assert own not in await day.world.pool_at(Place("paper:elsewhere:x"))


async def test_nor_while_a_question_of_ones_own_is_open() -> None:
    day, here, there = await lived()
    await day.at(21, day=25)
    theirs = (await day.store.rounds(here.id))[-1]
    for text in ("42", "43"):
        handed = Submission(id=SubmissionId(text), who=person("bea"), place=THERE, answer=text, round=theirs.id)
        assert "No question is open" in await told(day, handed)
    assert [one.round for one in await day.store.history(there.id)] == []
    assert "bea" not in {one.name for one in await day.store.people(here.id)}


@pytest.mark.parametrize("form", sorted(_FORMS))
async def test_no_form_reaches_into_another_community(form: str) -> None:
    day, here, _ = await lived()
    before = await state(day.store, here)
    names = ("text", "why", "topic", "wrong", "prompt", "program", "answer", "kind", "alias", "zone", "who", "reason")
    for about in ("", "1", "s1", "r1", "f1", "zenobia", "2", "3"):
        for moderator in (False, True):
            filled = Filled(
                id=SubmissionId(f"{form}{about}{moderator}"),
                who=person("bea", moderator=moderator),
                place=THERE,
                form=form,
                about=about,
                values=dict.fromkeys(names, "x"),
            )
            said = await told(day, filled)
            assert leaked(said, but=about) == [], (about, said)
    assert await state(day.store, here) == before


async def test_what_is_published_in_one_place_is_of_its_own_community() -> None:
    day, _, _ = await lived()
    await day.at(21, day=25)
    await day.verdict("bea", "42", place=THERE)
    await day.at(21, day=26)
    views: list[View] = [shown for post in day.chat.posts.values() if post.place == THERE for shown in post.views]
    assert len(views) > 2
    assert leaked("\n".join(text for view in views for text in texts(view))) == []


async def test_between_two_communities_on_a_server_no_third_channel_belongs_to_either() -> None:
    day, _, _ = await lived()
    third = Place("paper:server:third")
    for command in ("board", "today"):
        assert "No questions are asked in this place" in await day.note("bea", command, place=third)


async def test_somebody_known_in_both_sees_in_each_what_is_of_that_one() -> None:
    day, here, there = await lived()
    await day.at(21, day=25)
    await day.verdict("zenobia", "41", place=THERE)
    mine = await told(day, Command(who=person("zenobia"), place=THERE, name="me", text="why"))
    assert [one.points for one in await day.store.history(there.id)] == [1]
    assert "guess-of-hers" not in mine
    (first, *_) = await day.store.rounds(here.id)
    question = day.world.question_of(first)
    assert question is not None
    assert question.title not in mine


async def test_code_is_run_for_nobody_elsewhere() -> None:
    day = Day(a_coding())
    await day.store.enrol(HERE, changed(None, "daily 09:00 UTC"), now=MORNING)
    await day.store.enrol(THERE, changed(None, "daily 21:00 UTC"), now=MORNING)
    await day.at(9)
    (one,) = await day.store.rounds((await day.store.communities())[0].id)
    code = "```\ndef double(x):\n    return x + x\n```"
    for to in ("answer", "run"):
        handed = Submission(id=SubmissionId(to), who=person("bea"), place=THERE, answer=code, round=one.id, to=to)
        assert "No question is open" in await told(day, handed)
    assert day.judge.jobs == []


async def state(store: MemoryStore | SQLiteStore, community: Community) -> object:
    """Everything of a community that somebody elsewhere could have changed."""
    here = community.id
    return (
        next(one for one in await store.communities() if one.id == here),
        await store.rounds(here),
        await store.history(here),
        await store.acts(here),
        await store.people(here),
        await store.suggestions(here),
        await store.reports(here),
        await store.flags(here),
        await store.muted(here),
    )


async def test_in_its_own_place_all_of_it_is_found_by_the_same_look() -> None:
    day, here, _ = await lived()
    found = set[str]()
    for name in sorted(_ACTS):
        for text in ("", "all", "why", "s1", "r1", "suggestion 1", "1"):
            for who in (person("moritz", moderator=True), person("zenobia")):
                deed = Command(who=who, place=HERE, name=name, text=text)
                found |= set(leaked(await told(day, deed)))
    assert {"zenobia", "moritz", "because-of-the-secret", "zenith"} <= found, found
    assert await day.store.reports(here.id)
    assert await day.store.muted(here.id)
    assert await day.store.suggestions(here.id)
