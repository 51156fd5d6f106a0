"""A question is corrected after people answered: shown first, done exactly as shown, told once, and never half."""

import asyncio
from dataclasses import replace
from functools import partial
from itertools import count

import pytest

from bot.core.cards import QuestionCard, RevealCard
from bot.core.hearing import hear
from bot.core.messages import Note, Submission, VerdictView
from bot.core.ports import Waiting
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, ScoreChange
from bot.quiz.boards import STREAK
from bot.quiz.ids import SubmissionId
from bot.quiz.questions import Question
from bot.quiz.runs import Job, Run
from bot.quiz.tasks import Case, Value
from bot.testing.days import PLACE, Day, knows_doubling, person
from bot.testing.judges import ScriptedJudge
from bot.testing.questions import a_choice, a_coding, an_essay, an_output

WRONG = "def double(x): return x"
DOUBLES = "def double(x): return x + x"


async def a_class(*questions: Question) -> Day:
    """Ada and Ben said A, Cleo said B at first and then A; A is what the key says."""
    day = Day(*(questions or (a_choice(),)))
    await day.begins()
    for name, said in (("ada", "a"), ("ben", "a"), ("cleo", "b"), ("cleo", "a")):
        await day.verdict(name, said)
    return day


async def preview(day: Day, command: str, text: str) -> CorrectionView:
    view = await day.asks("mo", command, text, moderator=True)
    assert isinstance(view, CorrectionView), view
    return view


async def confirms(day: Day, view: CorrectionView) -> str:
    return await day.note("mo", "confirm", view.code, moderator=True)


async def standings(day: Day, name: str = "all") -> list[tuple[int, str, int]]:
    view = await day.asks("ada", "board", name)
    assert isinstance(view, BoardView)
    return [(row.rank, row.name, row.points) for row in view.rows]


async def test_a_corrected_key_is_shown_before_anything_changes() -> None:
    day = await a_class()
    before = await standings(day)
    view = await preview(day, "rekey", "b")
    assert (view.counted, view.stale) == ("3 scores change, 3 ranks.", False)
    assert view.people == (
        ScoreChange(name="cleo", points=(4, 10), ranks=(3, 1)),
        ScoreChange(name="ada", points=(10, 1), ranks=(1, 2)),
        ScoreChange(name="ben", points=(10, 1), ranks=(1, 2)),
    )
    assert await standings(day) == before


async def test_confirming_does_exactly_what_was_shown_and_tells_everybody_once() -> None:
    day = await a_class()
    view = await preview(day, "rekey", "b")
    assert await confirms(day, view) == f"Done. {view.counted} A note told everybody."
    assert await standings(day) == [(1, "cleo", 10), (2, "ada", 1), (2, "ben", 1)]
    (note,) = [shown for shown in day.shown if isinstance(shown, Note)]
    assert "was corrected, and every answer was scored anew. 3 scores change" in note.text
    assert "option 1" not in note.text
    assert "no preview with the code" in await confirms(day, view)
    assert "changes nothing" in await day.note("mo", "rekey", "b", moderator=True)


async def test_after_a_correction_new_answers_and_the_reveal_go_by_the_new_key() -> None:
    day = await a_class()
    await confirms(day, await preview(day, "rekey", "b"))
    assert (await day.verdict("dan", "b")).verdict.right
    await day.at(9, day=25)
    (reveal,) = [view for view in day.shown if isinstance(view, RevealCard)]
    assert [option.right for option in reveal.options] == [False, True, False]


async def test_a_key_corrected_after_the_reveal_is_told_with_the_answer() -> None:
    day = await a_class()
    await day.note("mo", "reveal", moderator=True)
    await confirms(day, await preview(day, "rekey", "b"))
    (note,) = [shown for shown in day.shown if isinstance(shown, Note)]
    assert "The right answer is B. option 1" in note.text
    (reveal,) = [view for view in day.shown if isinstance(view, RevealCard)]
    assert [option.right for option in reveal.options] == [False, True, False]


async def test_a_question_of_another_day_is_named_by_its_day() -> None:
    day = await a_class(an_output("one"), an_output("two"))
    await day.at(9, day=25)
    view = await preview(day, "rekey", "2026-11-24 a")
    assert "of 2026-11-24 becomes" in view.what


async def test_a_new_output_may_have_several_lines() -> None:
    day = Day(an_output(prints="1\n"))
    await day.begins()
    await day.verdict("ada", "1\n2")
    await confirms(day, await preview(day, "rekey", "2026-11-24 ```\n1\n2\n```"))
    assert await standings(day) == [(1, "ada", 10)]


async def test_void_with_full_credit_gives_everybody_who_answered_the_points_once() -> None:
    day = await a_class()
    view = await preview(day, "void", "full  two options are right")
    await confirms(day, view)
    assert await standings(day) == [(1, "ada", 10), (1, "ben", 10), (1, "cleo", 10)]
    (note,) = [shown for shown in day.shown if isinstance(shown, Note)]
    assert "taken out of the game (two options are right), with full credit" in note.text
    assert "taken out of the game" in str(await day.says("dan", "a"))


async def test_a_voided_question_says_so_on_its_card_and_beside_its_answer() -> None:
    day = await a_class()
    await confirms(day, await preview(day, "void", "none"))
    card = await day.asks("dan", "today")
    assert isinstance(card, QuestionCard)
    assert card.voided
    (posted, *_) = day.shown
    assert isinstance(posted, QuestionCard)
    assert posted.voided
    await day.note("mo", "reveal", moderator=True)
    (reveal,) = [view for view in day.shown if isinstance(view, RevealCard)]
    assert reveal.question.voided
    await confirms(day, await preview(day, "rekey", "2026-11-24 bank"))
    (again,) = [view for view in day.shown if isinstance(view, RevealCard)]
    assert not again.question.voided


async def test_void_without_credit_takes_the_points_and_leaves_everybody_on_the_board() -> None:
    day = await a_class()
    await confirms(day, await preview(day, "void", "none"))
    assert await standings(day) == [(1, "ada", 0), (1, "ben", 0), (1, "cleo", 0)]


async def test_a_void_is_taken_back_by_ruling_again() -> None:
    day = await a_class()
    before = await standings(day)
    await confirms(day, await preview(day, "void", "none"))
    await confirms(day, await preview(day, "rekey", "bank"))
    assert await standings(day) == before


async def test_a_voided_question_shortens_no_streak_and_mends_what_it_broke() -> None:
    day = Day(*(an_output(f"q{at}") for at in range(3)))
    community = await day.begins()
    await day.verdict("ada", "42")
    await day.verdict("ben", "42")
    await day.at(9, day=25)
    await day.verdict("ada", "42")
    await day.at(9, day=26)
    assert [row.points for row in await day.store.top(community.id, STREAK, rows=9)] == [2]
    await confirms(day, await preview(day, "void", "2026-11-25 none"))
    rows = await day.store.top(community.id, STREAK, rows=9)
    assert [(row.name, row.points) for row in rows] == [("ada", 2), ("ben", 1)]


async def test_a_score_is_adjusted_with_a_reason_that_its_owner_can_read() -> None:
    day = await a_class()
    view = await preview(day, "adjust", "cleo +5 the judge was away")
    assert view.people == (ScoreChange(name="cleo", points=(4, 9), ranks=(3, 3)),)
    await confirms(day, view)
    assert await standings(day) == [(1, "ada", 10), (1, "ben", 10), (3, "cleo", 9)]
    progress = await day.asks("cleo", "me")
    assert isinstance(progress, ProgressView)
    assert ("adjusted", 5, "adjusted by a moderator: the judge was away") in [
        (line.rule, line.points, line.why) for line in progress.lines
    ]
    await confirms(day, await preview(day, "rekey", "b"))
    assert (await standings(day))[0] == (1, "cleo", 15)


async def test_confirming_after_the_ledger_changed_shows_anew_instead() -> None:
    day = await a_class()
    view = await preview(day, "rekey", "b")
    await day.verdict("dan", "a")
    fresh = await day.asks("mo", "confirm", view.code, moderator=True)
    assert isinstance(fresh, CorrectionView)
    assert (fresh.stale, fresh.code != view.code, len(fresh.people)) == (True, True, 4)
    assert (await standings(day))[0] == (1, "ada", 10)
    assert "Done" in await confirms(day, fresh)


class SlowJudge(ScriptedJudge):
    """Runs go on until the test lets them end."""

    def __init__(self) -> None:
        super().__init__(knows_doubling)
        self.running, self.may_end = asyncio.Event(), asyncio.Event()

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        self.running.set()
        await self.may_end.wait()
        return await super().run(job, waiting=waiting)


async def test_an_answer_that_was_being_judged_when_the_question_was_ruled_on_goes_by_the_ruling() -> None:
    day = Day(a_coding())
    community = await day.begins()
    judge = SlowJudge()
    slow = replace(day.world, judge=judge)
    submission = Submission(id=SubmissionId("crossed"), who=person("ada"), place=PLACE, answer=DOUBLES)
    answering = asyncio.create_task(day.chat.says(partial(hear, slow), submission))
    await judge.running.wait()
    await confirms(day, await preview(day, "void", "full"))
    judge.may_end.set()
    view = await answering
    assert isinstance(view, VerdictView)
    assert [(line.rule, line.points) for line in view.lines] == [("voided", 10)]
    (entry,) = await day.store.history(community.id)
    assert entry.points == 10


async def test_an_answer_that_waits_for_a_judge_goes_by_the_ruling_as_well() -> None:
    day = Day(a_coding())
    community = await day.begins()
    day.judge.away = True
    await day.says("ada", DOUBLES)
    await confirms(day, await preview(day, "void", "none"))
    day.judge.away = False
    await day.at(10)
    (entry,) = await day.store.history(community.id)
    assert entry.settlement is not None
    assert [line.rule for line in entry.settlement.lines] == ["voided"]


async def test_stored_code_is_run_again_where_its_cases_changed() -> None:
    before, after = a_coding(), a_coding(cases=(Case(call="double(2)", expected=Value(4), visible=True),))
    day = Day(before)
    await day.begins()
    await day.verdict("ada", DOUBLES)
    await day.verdict("ben", WRONG)
    day.world.bank._questions = (after,)  # type: ignore[attr-defined]
    day.judge.jobs.clear()
    view = await preview(day, "rekey", "bank")
    assert sorted(len(job.probes) for job in day.judge.jobs) == [1, 1]
    assert "file as it is now" in view.what
    await confirms(day, view)
    assert "changes nothing" in await day.note("mo", "rekey", "bank", moderator=True)


@pytest.mark.parametrize(
    ("after", "solved"),
    [
        pytest.param(a_choice(right=(False, True, True)), [False, False, False, False], id="other options are right"),
        pytest.param(a_choice(right=(True,)), [True, True, False, True], id="an option is gone"),
        pytest.param(an_output("choice"), [True, True, False, True], id="an output is asked for"),
        pytest.param(an_essay("choice"), [True, True, False, True], id="an essay is asked for"),
    ],
)
async def test_a_file_that_asks_something_else_now_breaks_no_correction(after: Question, solved: list[bool]) -> None:
    day = await a_class()
    day.world.bank._questions = (after,)  # type: ignore[attr-defined]
    await confirms(day, await preview(day, "rekey", "bank"))
    (community,) = await day.store.communities()
    assert [entry.solved for entry in await day.store.history(community.id)] == solved


async def test_how_long_code_runs_makes_no_preview_stale() -> None:
    seconds = count(1)

    def slower_each_time(job: Job) -> Run:
        return replace(knows_doubling(job), seconds=float(next(seconds)), cpu_seconds=0.5)

    day = Day(a_coding())
    day.judge._script = slower_each_time
    await day.begins()
    for name, code in (("ada", DOUBLES), ("ben", WRONG)):
        await day.verdict(name, code)
    assert "changes nothing" in await day.note("mo", "rekey", "bank", moderator=True)
    day.world.bank._questions = (a_coding(cases=(Case(call="double(2)", expected=Value(5), visible=True),)),)  # type: ignore[attr-defined]
    assert "Done" in await confirms(day, await preview(day, "rekey", "bank"))


async def test_code_cannot_be_scored_anew_while_the_judge_is_away() -> None:
    day = Day(a_coding())
    await day.begins()
    await day.verdict("ada", DOUBLES)
    day.judge.away = True
    assert "Nothing was changed" in await day.note("mo", "rekey", "bank", moderator=True)


async def test_who_is_hidden_stays_nameless_in_a_preview_and_takes_part_in_it() -> None:
    day = await a_class()
    await day.note("cleo", "privacy", "hidden")
    view = await preview(day, "rekey", "b")
    assert ScoreChange(name="", points=(4, 10)) in view.people
    assert "cleo" not in repr(view)


async def test_every_correction_is_in_the_audit_log_with_who_and_why() -> None:
    day = await a_class()
    await confirms(day, await preview(day, "void", "full the question is broken"))
    community = (await day.store.communities())[0]
    (act,) = await day.store.acts(community.id)
    assert (act.what, act.why, act.result) == (
        "void 2026-11-24 full",
        "the question is broken",
        "1 score changes, 1 rank.",
    )


async def test_a_note_that_cannot_be_shown_is_said_and_the_correction_stands() -> None:
    day = await a_class()
    view = await preview(day, "void", "none")
    day.chat.breaks_before = 1
    assert "not shown in every place yet" in await confirms(day, view)
    assert await standings(day) == [(1, "ada", 0), (1, "ben", 0), (1, "cleo", 0)]


@pytest.mark.parametrize(
    ("command", "text", "said"),
    [
        ("rekey", "", "Say what is right"),
        ("rekey", "z", "There is no option z. The options are A to C."),
        ("rekey", "2026-11-20 a", "No question was asked on 2026-11-20. The latest are 2026-11-24."),
        ("void", "", "Say `void full`"),
        ("void", "half", "Say `void full`"),
        ("adjust", "ada", "Say who, how much and why"),
        ("adjust", "ada +5", "needs a reason"),
        ("adjust", "zoe +5 because", "Nobody here who answered is called zoe"),
        ("adjust", "ada +0 because", "1 to 1000 points"),
        ("adjust", "ada +99999 because", "1 to 1000 points"),
        ("adjust", "ada -11 because", "brought this many points: 10. No more"),
        ("confirm", "nonsense", "There is no preview with the code `nonsense`"),
        ("confirm", "", "There is no preview"),
    ],
)
async def test_what_cannot_be_corrected_is_said_to_the_moderator(command: str, text: str, said: str) -> None:
    day = await a_class()
    assert said in await day.note("mo", command, text, moderator=True)


async def test_nothing_can_be_corrected_before_the_first_question() -> None:
    day = Day(a_choice())
    await day.begins()
    empty = Day(a_choice())
    assert "No questions are asked" in await empty.note("mo", "void", "full", moderator=True)
    assert "Nobody here" in await day.note("mo", "adjust", "ada +5 because", moderator=True)


async def test_two_people_of_one_name_are_told_apart_by_their_address() -> None:
    day = await a_class()
    await day.note("ben", "privacy", "alias ada")
    await day.note("cleo", "privacy", "alias ada")
    told = await day.note("mo", "adjust", "~ada~ +1 because", moderator=True)
    assert "2 people are called" in told
    assert "paper:ben, paper:cleo" in told
    assert (await preview(day, "adjust", "paper:ben +1 because")).people[0].points == (10, 11)
