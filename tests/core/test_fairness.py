"""Nobody reads what they are not to know yet, and nobody's options stand where a neighbour's do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial

import pytest

from bot.bank.filebank import FileBank
from bot.core.cards import QuestionCard, RevealCard
from bot.core.hearing import hear
from bot.core.hinting import key_on
from bot.core.messages import Ask, Note, Submission, VerdictView, View, WantsEditor
from bot.core.posting import card
from bot.core.queueing import telling
from bot.core.records import Round, RoundState
from bot.core.scorecards import CorrectionView
from bot.quiz.answers import Picked
from bot.quiz.errors import JudgeBusy
from bot.quiz.ids import CommunityId, Place, RoundId, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.runs import Job, Run
from bot.quiz.setups import changed
from bot.quiz.shuffling import shuffled
from bot.quiz.tasks import Blanks, Choice, Coding, Crash, Essay, Ordering, Output
from bot.testing.days import MORNING, PLACE, Day, person
from bot.testing.questions import a_choice, a_coding, a_crash, a_filling, an_essay, an_ordering, an_output

WORDS = {
    "choice": ["b", "a"],
    "output": ["a guess of ada's", "the-secret-output"],
    "crash": ["KeyError line 2", "ZeroDivisionError line 1"],
    "double": ["```\ndef double(x):\n    return 'wrong of ada'\n```", "```\ndef double(x):\n    return x + x\n```"],
    "ordering": ["c b a"],
    "filling": ["```\n'wrong of ada'\nx\n```"],
    "essay": ["The words of ada, which are her own and nobody else's.", "a b"],
}


def bank() -> list[Question]:
    """One question of every kind, whose secrets can be told from everything else."""
    plain = [
        a_choice(),
        an_output(prints="the-secret-output\n"),
        a_crash(error="ZeroDivisionError", line=1),
        a_coding(),
        an_ordering(after="print('the secret end')"),
        a_filling(),
        an_essay(),
    ]
    return [replace(one, hints=(f"the hint of {one.id}", f"another hint of {one.id}")) for one in plain]


def secrets(question: Question) -> list[str]:
    """What only the answer may show."""
    found = [question.why, *question.hints]
    match question.task:
        case Choice() as task:
            found += [option.why for option in task.options]
        case Output() as task:
            found += [key.text.strip() for key in task.keys] + [slip.why for slip in task.slips]
        case Crash() as task:
            found += [str(task.error), *(slip.why for slip in task.slips)]
        case Coding() | Blanks() as task:
            found += [case.call for case in task.cases if not case.visible]
            found += [task.solution] if isinstance(task, Coding) else [belief for _, belief in task.slips]
        case Ordering() as task:
            found += [task.after, *(line.trap for line in task.lines)]
            found.append("\n".join(task.lines[at].text for at in task.key))
        case Essay() as task:
            found += [task.model, *(one.text for one in task.rubric), *task.follow_ups]
    return [one for one in found if one.strip()]


def texts(value: object) -> Iterator[str]:
    """Every string anywhere in a view."""
    if isinstance(value, str):
        yield str(value)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, tuple | list | frozenset):
        yield from (text for one in value for text in texts(one))


def said(views: list[View]) -> str:
    return "\n\n".join(text for view in views for text in texts(view))


@pytest.mark.parametrize("question", bank(), ids=lambda one: one.id)
async def test_a_whole_day_of_public_messages_gives_nothing_away(question: Question) -> None:
    day = Day(question)
    await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC open=8h reveal=1h remind=1h thread=yes"), now=MORNING)
    await day.at(9)
    for name in ("ada", "ben"):
        for words in WORDS[question.id]:
            assert isinstance(await day.says(name, words), VerdictView | Note)
        for command, text in (
            ("hint", ""),
            ("hint", ""),
            ("hint", "answer"),
            ("me", "why"),
            ("board", ""),
            ("today", ""),
        ):
            await day.asks(name, command, text)
    await day.note("mo", "extend", "1h", moderator=True)
    view = await day.asks("mo", "void", "none it was unclear", moderator=True)
    assert isinstance(view, CorrectionView)
    await day.note("mo", "confirm", view.code, moderator=True)
    view = await day.asks("mo", "rekey", "bank", moderator=True)
    if isinstance(view, CorrectionView):
        await day.note("mo", "confirm", view.code, moderator=True)
    await day.at(17)
    await day.at(18)
    everything = [shown for post in day.chat.posts.values() for shown in post.views]
    public = said(everything)
    assert [one for one in secrets(question) if one in public] == []
    assert [one for one in ("of ada", "ada", "ben") if one in public] == []
    assert not any(shown.thread for shown in everything if isinstance(shown, QuestionCard))
    await day.at(19)
    (reveal,) = [shown for shown in day.shown if isinstance(shown, RevealCard)]
    assert question.why in said([reveal])  # so the same look would have found it
    assert reveal.question.thread
    hidden = [case.call for case in getattr(question.task, "cases", ()) if not case.visible]
    assert [one for one in hidden if one in said([*everything, reveal])] == []


async def test_the_cards_of_the_built_in_bank_hold_no_reason_hint_or_hidden_case() -> None:
    questions = FileBank.load(None)[0].questions()
    assert len(questions) > 50
    for question in questions:
        shown = said([_card(question)])
        found = [question.why, *question.hints]
        if isinstance(question.task, Choice):
            found += [option.why for option in question.task.options]
        if isinstance(question.task, Essay):
            found += [question.task.model, *(one.text for one in question.task.rubric)]
        if isinstance(question.task, Coding):
            found.append(question.task.solution)
        assert [one for one in found if one.strip() and one in shown] == [], question.id


def _card(question: Question) -> QuestionCard:
    one = Round(
        id=RoundId(1),
        community=CommunityId(1),
        key="2026-11-24",
        question=question.id,
        key_hash="",
        topic=question.topic,
        date=MORNING.date(),
        opens=MORNING,
        closes=MORNING,
        reveals=MORNING,
        state=RoundState.OPEN,
    )
    return card(one, question, (3, 11))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_choice(right=(True, False, False)), a_choice(right=(False, False, True))),
        (an_output(prints="1\n"), an_output(prints="2\n")),
        (a_crash(error="KeyError", line=1), a_crash(error="IndexError", line=2)),
    ],
    ids=["choice", "output", "crash"],
)
def test_a_card_is_the_same_whatever_the_key_is(one: Question, other: Question) -> None:
    assert key_on((3, 11), one) != key_on((3, 11), other)
    assert _card(one) == _card(other)


async def test_a_verdict_shows_hidden_cases_by_category_alone() -> None:
    day = Day(a_coding())
    await day.begins()
    wrong = await day.verdict("ada", WORDS["double"][0])
    assert "double(2)" in said([wrong])
    assert [one for one in secrets(a_coding()) if one in said([wrong])] == []
    assert {"zero", "text"} <= {case.category for case in wrong.verdict.cases}


# ---- options in an order of one's own ----------------------------------------------------------------------


async def opened(day: Day, name: str, place: Place = PLACE) -> QuestionCard:
    answer = await hear(day.world, WantsEditor(who=person(name), place=place))
    assert isinstance(answer, Ask), answer
    return answer.card


async def test_each_learner_has_their_own_order_and_keeps_it() -> None:
    day = Day(a_choice(right=(True, False, False, False)))
    await day.begins()
    orders = {name: (await opened(day, name)).order for name in map(str, range(40))}
    assert {name: (await opened(day, name)).order for name in orders} == orders
    assert len(set(orders.values())) > 12
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders.values())


async def test_the_order_says_which_option_stands_where_and_a_pick_by_it_is_right() -> None:
    day = Day(a_choice(right=(True, False, False, False)))
    await day.begins()
    for name in ("ada", "ben", "cleo"):
        shown = await opened(day, name)
        assert [f"option {at}" for at in shown.order] == list(shown.options)
        place = shown.options.index("option 0")
        answer = Submission(
            id=SubmissionId(name), who=person(name), place=PLACE, answer=Picked(frozenset({shown.order[place]}))
        )
        verdict = await day.chat.says(partial(hear, day.world), answer)
        assert isinstance(verdict, VerdictView)
        assert verdict.verdict.right
        assert shown.as_asked.options == tuple(f"option {at}" for at in range(4))


async def test_options_with_an_order_of_their_own_and_public_cards_keep_it() -> None:
    question = a_choice(right=(True, False, False, False))
    assert isinstance(question.task, Choice)
    kept = replace(question, task=replace(question.task, keep_order=True))
    day = Day(kept)
    await day.begins()
    for name in map(str, range(10)):
        assert (await opened(day, name)).order == ()
    (shown,) = day.shown
    assert isinstance(shown, QuestionCard)
    assert shown.options == tuple(f"option {at}" for at in range(4))


async def test_lines_to_put_in_order_keep_the_letters_that_everybody_types() -> None:
    day = Day(an_ordering())
    await day.begins()
    assert {(await opened(day, name)).lines for name in map(str, range(10))} == {_card(an_ordering()).lines}


def test_every_order_comes_and_each_option_stands_everywhere_about_as_often() -> None:
    orders = Counter(shuffled(4, seed=f"{at}") for at in range(4800))
    assert len(orders) == 24
    assert max(orders.values()) < 2 * min(orders.values())


# ---- waiting for the judge ---------------------------------------------------------------------------------


async def test_who_comes_when_too_many_wait_is_told_that_their_answer_is_kept_and_when_it_is_judged() -> None:
    day = Day(a_coding())
    await day.begins()
    sound, day.judge._script = day.judge._script, _busy
    told = await day.says("ada", WORDS["double"][1])
    assert isinstance(told, Note)
    assert "a few minutes at most" in told.text
    assert "again" not in told.text
    day.judge._script = sound
    await day.at(10)
    view = await day.asks("ada", "me")
    assert "solved=1" in str(view)


async def test_who_waits_can_be_shown_their_place_in_the_queue_in_their_language() -> None:
    day = Day(a_coding())
    await day.begins()
    day.judge.places = (3, 2, 1)
    shown: list[View] = []
    with telling(shown.append):
        await day.verdict("ada", WORDS["double"][0])
    assert shown == [Note("Queued, #3."), Note("Queued, #2."), Note("Queued, #1.")]
    await day.verdict("ada", WORDS["double"][1])
    assert len(shown) == 3  # a chat that shows no places need do nothing


def _busy(_job: Job) -> Run:
    raise JudgeBusy("100 answers are waiting to be judged. Please try again in a minute.")
