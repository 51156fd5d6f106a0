"""What is not kept."""

from datetime import timedelta

from bot.core.heartbeat import beat
from bot.core.scorecards import CorrectionView, ProgressView
from bot.quiz.answers import Code
from bot.quiz.tasks import Case, Value
from bot.testing.days import Day
from bot.testing.questions import a_coding

RIGHT = "```\ndef double(x):\n    return x + x\n```"


async def test_source_text_is_forgotten_thirty_days_after_its_question_closed_and_points_stay() -> None:
    day = Day(a_coding())
    community = await day.begins()
    await day.verdict("ada", RIGHT)
    (one,) = await day.store.rounds(community.id)
    await day.clock.advance_to(one.closes + timedelta(days=30))
    await beat(day.world)
    (before,) = await day.store.history(community.id, round=one.id)
    await day.clock.advance(timedelta(hours=1))
    await beat(day.world)
    (after,) = await day.store.history(community.id, round=one.id)
    assert isinstance(before.answer, Code)
    assert "return x + x" in before.answer.source
    assert after.answer == Code("")
    assert after.points == before.points > 0


async def test_a_corrected_key_leaves_answers_alone_whose_source_was_forgotten() -> None:
    day = Day(a_coding())
    community = await day.begins()
    await day.verdict("ada", RIGHT)
    await day.store.forget_sources(day.clock.now() + timedelta(days=99))
    another = Case(call="double(2)", expected=Value(5), visible=True)
    day.world.bank._questions = (a_coding(cases=(another,)),)  # type: ignore[attr-defined]
    view = await day.asks("mo", "rekey", "bank", moderator=True)
    assert isinstance(view, CorrectionView)
    assert view.people == ()
    assert "Done" in await day.note("mo", "confirm", view.code, moderator=True)
    (entry,) = await day.store.history(community.id)
    assert entry.points == 10


async def test_people_erase_themselves_and_are_asked_first() -> None:
    day = Day()
    await day.begins()
    await day.says("ada", "a")
    assert "privacy erase everything" in await day.note("ada", "privacy", "erase")
    before = await day.asks("ada", "me")
    assert "begin anew" in await day.note("ada", "privacy", "erase everything")
    after = await day.asks("ada", "me")
    assert isinstance(before, ProgressView)
    assert isinstance(after, ProgressView)
    assert before.points > 0
    assert (after.points, after.streak.current, after.answered) == (0, 0, 0)
