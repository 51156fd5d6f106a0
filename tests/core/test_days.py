"""What a study room lives through, told deed by deed on fakes that keep the ports' law."""

import asyncio
from datetime import timedelta

import pytest

from bot.core import words
from bot.core.cards import QuestionCard, RevealCard
from bot.core.heartbeat import beat_for_ever
from bot.core.hinting import key_text
from bot.core.messages import HelpView, HintView, Note, VerdictView
from bot.core.records import RoundState
from bot.core.scorecards import BoardView, ProgressView
from bot.quiz.questions import Question
from bot.quiz.verdicts import Outcome
from bot.testing.days import Day
from bot.testing.questions import a_choice, a_coding, an_essay, an_output, one_of_each

RIGHT = "def double(x): return x + x"


async def test_the_question_of_the_day_is_posted_once(day: Day) -> None:
    await day.begins()
    await day.at(10)
    (card,) = day.shown
    assert isinstance(card, QuestionCard)
    assert card.title == "The choice question"


async def test_nothing_public_says_which_option_is_right_before_the_reveal(day: Day) -> None:
    await day.begins()
    await day.says("ada", "b")
    assert not any("why" in repr(view) for view in day.shown)


async def test_a_right_answer_earns_its_points_and_the_explanation(day: Day) -> None:
    await day.begins()
    view = await day.verdict("ada", "a")
    assert (view.verdict.outcome, view.total, view.rank, view.why) == (Outcome.PASSED, 10, 1, "Because of choice.")


async def test_a_wrong_answer_keeps_the_explanation_back(day: Day) -> None:
    await day.begins()
    view = await day.verdict("ada", "b")
    assert (view.verdict.outcome, view.total, view.tries_left, view.why) == (Outcome.WRONG, 1, 4, "")
    assert view.verdict.reasons == ("why 1",)


async def test_a_second_guess_earns_less_and_says_why(day: Day) -> None:
    await day.begins()
    await day.says("ada", "b")
    view = await day.verdict("ada", "a")
    assert [line.rule for line in view.lines] == ["level", "tries"]
    assert view.total == 1 + 3


async def test_a_submission_delivered_twice_counts_once(day: Day) -> None:
    await day.begins()
    first = await day.verdict("ada", "a", id="same")
    second = await day.verdict("ada", "a", id="same")
    assert (first.again, second.again) == (False, True)
    assert second.total == first.total == 10


async def test_two_answers_at_once_are_judged_one_after_the_other() -> None:
    day = Day(a_coding())
    await day.begins()
    views = await asyncio.gather(*(day.says("ada", RIGHT) for _ in range(5)))
    verdicts = [view for view in views if isinstance(view, VerdictView)]
    assert len(verdicts) == 1
    assert verdicts[0].total == 10


async def test_after_five_tries_no_further_is_taken() -> None:
    day = Day(an_output())
    await day.begins()
    for _ in range(5):
        await day.verdict("ada", "nope")
    view = await day.says("ada", "42")
    assert isinstance(view, Note)
    assert "used up" in view.text


async def test_taking_part_earns_one_point_a_day_not_one_a_try() -> None:
    day = Day(an_output())
    await day.begins()
    totals = [(await day.verdict("ada", "nope")).total for _ in range(3)]
    assert totals == [1, 1, 1]


async def test_an_answer_that_cannot_be_read_costs_no_try(day: Day) -> None:
    await day.begins()
    await day.says("ada", "banana")
    assert (await day.verdict("ada", "a")).total == 10


async def test_a_late_answer_is_not_counted(day: Day) -> None:
    await day.begins()
    await day.clock.advance(timedelta(hours=24))
    view = await day.says("ada", "a")
    assert isinstance(view, Note)
    assert "closed" in view.text


async def test_a_judge_that_is_away_loses_nothing() -> None:
    day = Day(a_coding())
    await day.begins()
    day.judge.away = True
    told = await day.says("ada", RIGHT)
    assert isinstance(told, Note)
    assert "written down" in told.text
    day.judge.away = False
    await day.at(10)
    view = await day.asks("ada", "me")
    assert isinstance(view, ProgressView)
    assert (view.points, view.solved) == (10, 1)


async def test_the_judge_sees_inputs_only() -> None:
    day = Day(a_coding())
    await day.begins()
    await day.says("ada", RIGHT)
    (job,) = day.judge.jobs
    assert [probe.call for probe in job.probes] == ["double(2)", "double(0)", "double('ab')"]
    assert "abab" not in repr(job)


WORDS = "One thread at a time executes bytecode, because reference counts are shared by all of them."


async def test_words_are_written_down_first_and_graded_by_their_author_after() -> None:
    day = Day(an_essay(points=(4, 3, 3)))
    await day.begins()
    assert await day.says("ada", "a b") == Note(words.WRITE_FIRST)
    written = await day.verdict("ada", WORDS)
    assert (written.verdict.outcome, written.total, written.why) == (Outcome.WRITTEN, 1, "")
    assert written.tries_left == 5
    assert (written.model, len(written.rubric)) == ("The model answer.", 3)
    graded = await day.verdict("ada", "a b")
    assert (graded.verdict.outcome, graded.total, graded.model) == (Outcome.PASSED, 51, "")
    assert graded.verdict.reasons == ("You gave yourself 7 of 10.", "Still to say: point 2")


async def test_words_may_be_written_down_five_times_beside_the_tries() -> None:
    day = Day(an_essay(points=(4, 3, 3)))
    await day.begins()
    for number in range(5):
        assert (await day.verdict("ada", f"{WORDS} {number}")).tries_left == 5
    assert isinstance(await day.says("ada", WORDS), Note)
    assert (await day.verdict("ada", "a")).tries_left == 4


async def test_the_rubric_is_shown_to_everybody_at_the_reveal() -> None:
    day = Day(an_essay())
    await day.begins()
    assert "point 1" not in repr(day.shown)
    await day.at(9, day=25)
    reveal = day.shown[0]
    assert isinstance(reveal, RevealCard)
    assert (reveal.key, len(reveal.rubric), reveal.follow_ups) == ("The model answer.", 3, ("And then?",))


@pytest.mark.parametrize("question", one_of_each(), ids=lambda question: question.kind)
async def test_of_every_kind_the_card_keeps_the_key_and_the_answer_shows_it(question: Question) -> None:
    day = Day(question)
    await day.begins()
    shown = await day.note("ada", "hint", "answer")
    key = key_text(day.world, question).strip()
    assert key in shown
    assert key not in repr(day.shown[0])


async def test_hints_cost_what_they_say_and_run_out() -> None:
    day = Day(an_output())
    await day.begins()
    first = await day.asks("ada", "hint")
    assert isinstance(first, HintView)
    assert (first.text, first.cost) == ("first hint", 20)
    await day.asks("ada", "hint")
    assert "no more hints" in await day.note("ada", "hint")
    assert (await day.verdict("ada", "42")).total == 6


async def test_asking_for_the_answer_forfeits_points_and_keeps_the_streak() -> None:
    day = Day(an_output())
    await day.begins()
    assert "42" in await day.note("ada", "hint", "answer")
    assert (await day.verdict("ada", "42")).total == 0
    progress = await day.asks("ada", "me")
    assert isinstance(progress, ProgressView)
    assert progress.streak.current == 1


async def test_the_question_closes_and_is_revealed_by_itself(day: Day) -> None:
    await day.begins()
    await day.says("ada", "a")
    await day.says("ben", "b")
    await day.at(9, day=25)
    reveal, tomorrow = day.shown
    assert isinstance(reveal, RevealCard)
    assert reveal.question.closed
    assert [(one.right, one.chosen) for one in reveal.options] == [(True, 1), (False, 1), (False, 0)]
    assert (reveal.solved, reveal.took_part) == (1, 2)
    assert isinstance(tomorrow, QuestionCard)
    assert not tomorrow.closed


async def test_the_board_shares_ranks_and_names_a_winner_from_three_people_on(day: Day) -> None:
    await day.begins()
    for name in ("ada", "ben"):
        await day.says(name, "a")
    two = await day.asks("ada", "board")
    await day.says("cleo", "b")
    three = await day.asks("ada", "board", "today")
    assert isinstance(two, BoardView)
    assert isinstance(three, BoardView)
    assert (two.winners, three.winners) == ((), ("ada", "ben"))
    assert [(row.rank, row.name) for row in three.rows] == [(1, "ada"), (1, "ben"), (3, "cleo")]


async def test_yesterdays_points_are_not_on_todays_board(day: Day) -> None:
    await day.begins()
    await day.says("ada", "a")
    await day.at(10, day=25)
    today, week = await day.asks("ada", "board", "today"), await day.asks("ada", "board", "week")
    assert isinstance(today, BoardView)
    assert isinstance(week, BoardView)
    assert (len(today.rows), week.rows[0].points) == (0, 10)


async def test_help_lists_moderators_commands_for_moderators_only(day: Day) -> None:
    learner, moderator = await day.asks("ada", "help"), await day.asks("mo", "help", moderator=True)
    assert isinstance(learner, HelpView)
    assert isinstance(moderator, HelpView)
    assert len(moderator.commands) > len(learner.commands)


async def test_a_moderator_closes_reveals_and_posts() -> None:
    day = Day(a_choice("one"), a_choice("two"))
    await day.begins()
    assert "Closed" in await day.note("mo", "close", moderator=True)
    assert isinstance(await day.says("ada", "a"), Note)
    assert "Revealed" in await day.note("mo", "reveal", moderator=True)
    assert "Posted" in await day.note("mo", "post", moderator=True)
    assert (await day.verdict("ada", "a")).verdict.right


async def test_an_unknown_command_says_where_help_is(day: Day) -> None:
    await day.begins()
    assert "help" in await day.note("ada", "dance")


async def test_a_place_without_a_community_says_so(day: Day) -> None:
    assert "No questions are asked" in await day.note("ada", "today")
    assert "No questions are asked" in await day.note("ada", "board")


@pytest.mark.parametrize("fault", ["breaks_before", "breaks_after"])
async def test_a_post_whose_answer_is_lost_is_posted_once_all_the_same(day: Day, fault: str) -> None:
    setattr(day.chat, fault, 1)
    community = await day.begins()
    await day.at(10)
    (one,) = await day.store.rounds(community.id)
    assert len(day.shown) == 1
    assert one.state is RoundState.OPEN


async def test_a_reveal_whose_answer_is_lost_is_shown_once(day: Day) -> None:
    await day.begins()
    await day.note("mo", "close", moderator=True)
    day.chat.paper.frozen = True
    day.chat.breaks_after = 1
    await day.at(9, day=25)
    await day.at(10, day=25)
    assert sum(isinstance(view, RevealCard) for view in day.shown) == 1


async def test_a_question_missed_by_more_than_the_catch_up_is_skipped(day: Day) -> None:
    community = await day.begins()
    await day.at(12, day=26)
    dates = [one.date.day for one in await day.store.rounds(community.id)]
    assert dates == [24]


async def test_the_heart_sleeps_until_something_is_due(day: Day) -> None:
    await day.begins()
    heart = asyncio.create_task(beat_for_ever(day.world, asyncio.Event()))
    await asyncio.sleep(0)
    await day.clock.advance(timedelta(hours=25))
    heart.cancel()
    await asyncio.gather(heart, return_exceptions=True)
    assert sum(isinstance(view, RevealCard) for view in day.shown) == 1
