"""Running code for nothing, answering late, and crossing answers: a try is counted where it belongs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.cards import QuestionCard
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.messages import Accept, Note, Show, Submission, TrialView, WantsEditor
from bot.core.pacing import Paces
from bot.core.scorecards import ProgressView
from bot.quiz.ids import CommunityId, MemberId, SubmissionId
from bot.quiz.rates import COMMUNITY, LEARNER
from bot.quiz.setups import parse
from bot.quiz.verdicts import Outcome
from bot.testing.banks import ListBank
from bot.testing.days import MODERATORS, MORNING, PLACE, Day, person
from bot.testing.questions import a_coding, an_output

RIGHT, WRONG = "def double(x): return x + x", "def double(x): return x"


async def revealed_two_hours_after_closing() -> Day:
    day = Day(an_output("one"), an_output("two"))
    await day.world.agenda.enrol(PLACE, parse(f"daily 09:00 UTC open=12h reveal=2h tell={MODERATORS}"), now=MORNING)
    await day.at(9)
    return day


async def test_running_the_visible_cases_spends_no_try_and_shows_no_hidden_one() -> None:
    day = Day(a_coding())
    await day.begins()
    for _ in range(7):
        view = await day.asks("ada", "run", WRONG)
        assert isinstance(view, TrialView)
        assert (view.verdict.outcome, [case.call for case in view.verdict.cases]) == (Outcome.WRONG, ["double(2)"])
    assert [len(job.probes) for job in day.judge.jobs] == [1] * 7
    assert (await day.verdict("ada", RIGHT)).total == 10


async def test_running_earns_nothing_and_is_on_no_board() -> None:
    day = Day(a_coding())
    community = await day.begins()
    await day.asks("ada", "run", RIGHT)
    assert await day.store.history(community.id) == ()


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (a_coding(), "", "Send the code with it"),
        (a_coding(), "banana", "This question wants code"),
        (an_output(), "print(1)", "no visible cases"),
    ],
)
async def test_what_cannot_be_run_is_said(question: object, text: str, said: str) -> None:
    day = Day(question)  # type: ignore[arg-type]
    await day.begins()
    assert said in await day.note("ada", "run", text)


async def test_a_run_without_a_question_or_a_judge_is_said() -> None:
    day = Day(a_coding())
    assert "No questions are asked" in await day.note("ada", "run", RIGHT)
    await day.begins()
    day.judge.away = True
    assert "No try was spent" in await day.note("ada", "run", RIGHT)


async def test_who_runs_code_too_fast_is_told_how_long_to_wait_and_loses_no_try() -> None:
    day = Day(a_coding())
    await day.begins()
    for _ in range(LEARNER.times):
        assert isinstance(await day.asks("ada", "run", WRONG), TrialView)
    told = await day.note("ada", "run", WRONG)
    assert told == "That was quick: code is run 10 times a minute at most. Send it again in 60 s; no try was spent."
    refused = await day.says("ada", RIGHT)
    assert isinstance(refused, Note)
    assert isinstance(await day.asks("ben", "run", WRONG), TrialView)
    await day.clock.advance(timedelta(seconds=60))
    assert (await day.verdict("ada", RIGHT)).total == 10


def test_a_community_has_a_pace_of_its_own_and_idle_windows_are_let_go() -> None:
    paces = Paces()
    here, there = CommunityId(1), CommunityId(2)
    people = [MemberId(at) for at in range(COMMUNITY.times + 1)]
    told = [paces.refusal(here, one, MORNING) for one in people]
    assert told[:-1] == [None] * COMMUNITY.times
    assert told[-1] is not None
    assert "Many people" in told[-1]
    assert paces.refusal(there, people[-1], MORNING) is None


def test_memory_of_paces_is_bounded() -> None:
    paces = Paces()
    for at in range(30_000):
        paces.refusal(CommunityId(at), MemberId(at), MORNING + timedelta(seconds=at))
    assert len(paces._windows) <= 10_002


async def test_answers_that_need_no_code_run_are_not_paced() -> None:
    day = Day(an_output())
    await day.begins()
    for at in range(COMMUNITY.times + 1):
        await day.verdict(f"p{at}", "42")


async def test_between_closing_and_reveal_an_answer_is_late_and_earns_half() -> None:
    day = await revealed_two_hours_after_closing()
    await day.verdict("ada", "42")
    await day.at(21)
    late = await day.verdict("ben", "42")
    assert [(line.rule, line.points) for line in late.lines] == [("level", 10), ("late", -5)]
    progress = await day.asks("ben", "me")
    assert isinstance(progress, ProgressView)
    assert progress.streak.current == 0


async def test_a_late_answer_before_the_heart_has_closed_the_question_is_late_all_the_same() -> None:
    day = await revealed_two_hours_after_closing()
    await day.clock.advance_to(MORNING.replace(hour=21))
    assert (await day.verdict("ben", "42")).total == 5


async def test_the_closed_card_says_until_when_a_late_answer_counts() -> None:
    day = await revealed_two_hours_after_closing()
    await day.at(21)
    (card,) = day.shown
    assert isinstance(card, QuestionCard)
    assert (card.closed, card.late_until) == (True, MORNING.replace(hour=23))


async def test_nothing_counts_after_the_reveal() -> None:
    day = await revealed_two_hours_after_closing()
    await day.at(23)
    assert isinstance(await day.says("ben", "42"), Note)


async def test_an_answer_that_was_sent_before_the_reveal_and_taken_after_it_is_not_counted() -> None:
    day = Day(an_output())
    community = await day.begins()
    sent = Submission(id=SubmissionId("paper:slow"), who=person("ada"), place=PLACE, answer="42")
    heard = await hear(day.world, sent)
    assert isinstance(heard, Accept)
    await day.note("mo", "reveal", moderator=True)
    told = await heard.then()
    assert isinstance(told, Note)
    assert "closed" in told.text
    assert await day.store.history(community.id) == ()


async def test_nobody_is_given_an_editor_for_a_question_that_takes_no_more_answers() -> None:
    day = Day(an_output())
    community = await day.begins()
    (one,) = await day.store.rounds(community.id)
    await day.note("mo", "reveal", moderator=True)
    heard = await hear(day.world, WantsEditor(who=person("ada"), place=PLACE, round=one.id))
    assert isinstance(heard, Show)
    assert isinstance(heard.view, Note)
    assert "closed" in heard.view.text


async def test_who_asks_for_the_question_in_its_late_window_is_shown_that_it_is_closed() -> None:
    day = await revealed_two_hours_after_closing()
    await day.at(21)
    card = await day.asks("ada", "today")
    assert isinstance(card, QuestionCard)
    assert (card.closed, card.late_until) == (True, MORNING.replace(hour=23))


async def test_a_waiting_answer_that_fits_its_question_no_more_stops_neither_the_heart_nor_others() -> None:
    day = Day(a_coding())
    community = await day.begins()
    (one,) = await day.store.rounds(community.id)
    day.judge.away = True
    for name in ("ada", "ben"):
        await day.says(name, RIGHT)
    day.judge.away = False
    other = replace(an_output(), id=one.question)
    await day.clock.advance(timedelta(minutes=10))
    before = day.clock.now()
    assert await beat(replace(day.world, bank=ListBank([other]))) > before
    assert all(entry.settlement is None for entry in await day.store.history(community.id))
    await beat(day.world)
    assert [entry.points for entry in await day.store.history(community.id)] == [10, 10]


async def test_closing_by_hand_leaves_no_late_window_where_the_schedule_has_none() -> None:
    day = Day(an_output())
    await day.begins()
    await day.note("mo", "close", moderator=True)
    assert isinstance(await day.says("ada", "42"), Note)


async def test_answers_that_crossed_a_lost_judge_are_settled_in_the_order_they_came() -> None:
    day = Day(a_coding())
    community = await day.begins()
    day.judge.away = True
    await day.says("ada", RIGHT, id="first")
    day.judge.away = False
    second = await day.verdict("ada", RIGHT, id="second")
    assert [line.rule for line in second.lines] == ["solved"]
    await beat(day.world)
    entries = await day.store.history(community.id)
    assert [(entry.id, entry.points) for entry in entries] == [("first", 10), ("second", 0)]


async def test_a_hint_seen_after_an_answer_does_not_make_it_cheaper() -> None:
    day = Day(a_coding())
    community = await day.begins()
    day.judge.away = True
    await day.says("ada", RIGHT)
    day.judge.away = False
    await day.clock.advance(timedelta(minutes=1))
    await day.asks("ada", "hint")
    await day.at(10)
    (entry,) = await day.store.history(community.id)
    assert entry.points == 10


async def test_the_judge_is_told_whose_code_it_runs_and_whose_turn_it_is() -> None:
    day = Day(a_coding())
    community = await day.begins()
    await day.asks("ada", "run", WRONG)
    await day.verdict("ben", RIGHT)
    assert [job.lane for job in day.judge.jobs] == [str(community.id)] * 2
    assert len({job.learner for job in day.judge.jobs} - {""}) == 2
