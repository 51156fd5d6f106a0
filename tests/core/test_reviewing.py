"""What somebody missed comes back to them when it is due, scores nothing, and never while it is asked somewhere."""

from dataclasses import replace
from functools import partial

from bot.core.cards import QuestionCard
from bot.core.hearing import hear
from bot.core.messages import Accept, Ask, Command, Note, Person, Show, Submission, VerdictView, View, WantsEditor
from bot.core.pages import Page
from bot.core.scorecards import ProgressView
from bot.quiz.ids import Place, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.recalls import Memory, Rating
from bot.quiz.setups import parse
from bot.quiz.verdicts import Outcome
from bot.testing.days import MORNING, PLACE, Day, person
from bot.testing.questions import a_choice, a_coding, an_essay, an_output

DM = Place("paper:@paper:ada")
SECOND = a_choice("second")
WORDS = "The lock lets one thread run at a time, so that counting references stays whole."


async def asked_one(question: Question, *others: Question) -> Day:
    """The question is open on the 24th; the others follow on the days after."""
    day = Day(question, *(others or (SECOND,)))
    pins = f"pin=2026-11-24:{question.id}"
    await day.world.agenda.enrol(PLACE, parse(f"daily 09:00 UTC open=12h {pins}"), now=MORNING)
    await day.at(9)
    return day


async def reviews(day: Day, name: str, text: str = "", place: Place = PLACE) -> View:
    return await day.chat.says(
        partial(hear, day.world), Command(who=person(name), place=place, name="review", text=text)
    )


async def judged(day: Day, name: str, text: str, place: Place = PLACE) -> VerdictView:
    view = await reviews(day, name, text, place)
    assert isinstance(view, VerdictView), view
    return view


async def memory(day: Day, name: str) -> Memory:
    member = await day.world.ledger.member(person(name).address, name)
    (one,) = await day.world.recalls.deck(member.id)
    return one.memory


def said(view: View) -> str:
    assert isinstance(view, Page | Note), view
    return view.text


def steps(view: View) -> list[tuple[str, str]]:
    assert isinstance(view, VerdictView | Page), view
    return [(action.name, action.text) for action in view.actions]


async def test_what_was_answered_wrong_comes_back_once_it_was_revealed_and_is_due() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    assert "nothing to review" in said(await reviews(day, "ada"))
    await day.at(21)
    assert "On 2026-11-25 a question comes back" in said(await reviews(day, "ada"))
    await day.at(8, day=25)
    card = await reviews(day, "ada")
    assert isinstance(card, QuestionCard)
    assert (card.title, card.closed) == ("The choice question", True)


async def test_what_is_remembered_comes_back_later_each_time_and_what_is_not_tomorrow() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    await day.at(8, day=25)
    right = await judged(day, "ada", "a")
    assert "It comes back on 2026-11-27." in right.verdict.reasons
    assert right.why == "Because of choice."
    await day.at(8, day=27)
    wrong = await judged(day, "ada", "c")
    assert "It comes back on 2026-11-28." in wrong.verdict.reasons
    assert "The answer is A. option 0" in wrong.why


async def test_a_review_scores_nothing_and_no_try_is_spent() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    await day.at(8, day=25)
    before = await day.asks("ada", "me")
    view = await judged(day, "ada", "a")
    assert (view.lines, view.counted) == ((), False)
    after = await day.asks("ada", "me")
    assert isinstance(before, ProgressView)
    assert isinstance(after, ProgressView)
    assert (after.points, after.answered, after.streak) == (before.points, before.answered, before.streak)


async def test_help_and_later_tries_count_as_missed_and_a_right_first_answer_does_not() -> None:
    day = await asked_one(a_choice())
    await day.asks("ben", "hint")
    await day.verdict("ben", "a")
    await day.verdict("cleo", "b")
    await day.verdict("cleo", "a")
    await day.verdict("dan", "a")
    await day.note("eve", "hint", "answer")
    await day.at(8, day=25)
    shown = {name: await reviews(day, name) for name in ("ben", "cleo", "dan", "eve", "faye")}
    assert [name for name, view in shown.items() if isinstance(view, QuestionCard)] == ["ben", "cleo", "eve"]


async def test_a_guess_is_offered_after_a_right_answer_and_brings_it_into_the_review() -> None:
    day = await asked_one(a_choice())
    right = await day.verdict("ada", "a")
    assert ("guessed", "") in steps(right)
    assert "in your review" in await day.note("ada", "guessed")
    assert "nothing to review" in said(await reviews(day, "ada"))
    await day.at(8, day=25)
    assert isinstance(await reviews(day, "ada"), QuestionCard)


async def test_a_guess_in_the_review_comes_back_sooner_than_knowledge() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    await day.at(8, day=25)
    right = await judged(day, "ada", "a")
    known = await memory(day, "ada")
    assert ("guessed", "review") in steps(right)
    for _ in range(2):
        assert "Noted" in await day.note("ada", "guessed", "review")
        assert (await memory(day, "ada")).due < known.due


async def test_nothing_that_was_not_right_was_guessed() -> None:
    day = await asked_one(a_coding())
    await day.verdict("ada", "def double(x):\n    return x + x")
    await day.verdict("ben", "def double(x):\n    return x")
    for name in ("ada", "ben", "cleo"):
        assert "no right answer" in await day.note(name, "guessed")
        assert "no right answer" in await day.note(name, "guessed", "review")


async def test_a_question_that_is_asked_again_waits_in_the_review_until_it_is_over() -> None:
    question = a_choice()
    day = await asked_one(question, an_output())
    await day.verdict("ada", "b")
    community = (await day.world.agenda.communities())[0]
    again = parse(f"daily 09:00 UTC open=12h pin=2026-11-25:{question.id}")
    await day.world.agenda.enrol(community.place, again, now=day.clock.now())
    await day.at(8, day=25)
    assert isinstance(await reviews(day, "ada"), QuestionCard)
    await day.at(9, day=25)
    assert "nothing to review" in said(await reviews(day, "ada"))
    assert "nothing to review" in said(await reviews(day, "ada", "a"))
    await day.at(21, day=25)
    assert isinstance(await reviews(day, "ada"), QuestionCard)


async def test_an_answer_to_the_same_question_asked_anew_is_a_review_as_well() -> None:
    question = a_choice()
    day = await asked_one(question, an_output())
    await day.verdict("ada", "b")
    await day.at(21)
    await reviews(day, "ada")
    community = (await day.world.agenda.communities())[0]
    again = parse(f"daily 09:00 UTC open=12h pin=2026-11-26:{question.id}")
    await day.world.agenda.enrol(community.place, again, now=day.clock.now())
    await day.at(9, day=26)
    await day.verdict("ada", "a")
    await day.at(21, day=26)
    await reviews(day, "ada")
    now = await memory(day, "ada")
    assert (now.seen.day, now.due.day) == (26, 28)


async def test_a_question_taken_out_of_the_game_is_not_reviewed() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    await day.at(8, day=25)
    preview = await day.asks("mo", "void", "2026-11-24 none", moderator=True)
    await day.note("mo", "confirm", getattr(preview, "code", ""), moderator=True)
    assert "nothing to review" in said(await reviews(day, "ada"))


async def test_a_review_goes_by_what_was_ruled() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "c")
    await day.at(8, day=25)
    preview = await day.asks("mo", "rekey", "2026-11-24 b", moderator=True)
    await day.note("mo", "confirm", getattr(preview, "code", ""), moderator=True)
    assert (await judged(day, "ada", "b")).verdict.right


async def test_the_same_review_delivered_twice_is_rated_once() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    await day.at(8, day=25)
    card = await reviews(day, "ada")
    assert isinstance(card, QuestionCard)
    deed = Submission(id=SubmissionId("r1"), who=person("ada"), place=PLACE, answer="a", round=card.round, to="review")
    first, second = [await day.chat.says(partial(hear, day.world), deed) for _ in range(2)]
    assert isinstance(first, VerdictView)
    assert isinstance(second, VerdictView)
    assert (first.again, second.again) == (False, True)
    assert (await memory(day, "ada")).due.day == 27


async def test_a_review_works_in_private_messages_and_covers_every_place_one_answered_in() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    await day.at(8, day=25)
    assert isinstance(await reviews(day, "ada", place=DM), QuestionCard)
    assert (await judged(day, "ada", "a", DM)).verdict.right
    assert "nothing to review" in said(await reviews(day, "ben", place=DM))


async def test_the_editor_comes_back_with_what_it_was_asked_for() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    wants = WantsEditor(who=person("ada"), place=PLACE, to="review")
    assert isinstance(await hear(day.world, wants), Show)
    await day.at(8, day=25)
    asked = await hear(day.world, wants)
    assert isinstance(asked, Ask)
    assert asked.to == "review"


async def test_code_is_judged_and_what_cannot_be_read_is_not() -> None:
    day = await asked_one(a_coding())
    await day.verdict("ada", "def double(x):\n    return x")
    await day.at(8, day=25)
    wrong = await judged(day, "ada", "def double(x):\n    return x")
    assert wrong.verdict.outcome is Outcome.WRONG
    assert "```python\ndef double(x):\n    return x + x\n```" in wrong.why
    again = await asked_one(a_choice())
    await again.verdict("ada", "b")
    await again.at(8, day=25)
    assert "There is no option z" in said(await reviews(again, "ada", "z"))


async def test_words_are_graded_by_who_wrote_them() -> None:
    day = await asked_one(an_essay())
    await day.verdict("ada", WORDS)
    assert (await day.verdict("ada", "none")).verdict.outcome is Outcome.WRONG
    await day.at(8, day=25)
    compared = await judged(day, "ada", f"again, {WORDS}")
    assert "The model answer." in compared.model
    (good, hard, again) = steps(compared)
    assert [text.split()[0] for _, text in (good, hard, again)] == ["good", "hard", "again"]
    assert "comes back on 2026-11-27" in said(await reviews(day, "ada", good[1]))


async def test_days_are_counted_where_somebody_lives() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "b")
    await day.at(23)
    auckland = replace(person("ada"), zone="Pacific/Auckland")
    deed = Command(who=auckland, place=PLACE, name="review")
    assert isinstance(await day.chat.says(partial(hear, day.world), deed), QuestionCard)
    assert isinstance(await reviews(day, "ada"), Page)


async def test_a_guess_east_of_the_place_is_not_undone_by_the_reveal() -> None:
    day = await asked_one(a_choice())
    await day.verdict("ada", "a")
    west: Person = replace(person("ada"), zone="Pacific/Honolulu")
    await day.chat.says(partial(hear, day.world), Command(who=west, place=PLACE, name="guessed"))
    await day.at(8, day=26)
    assert isinstance(await reviews(day, "ada"), QuestionCard)


async def test_the_next_steps_of_a_verdict_are_what_one_can_do() -> None:
    day = await asked_one(a_choice())
    assert steps(await day.verdict("ada", "b")) == [("answer", ""), ("hint", ""), ("me", "")]
    essay = await asked_one(an_essay())
    assert steps(await essay.verdict("ada", WORDS)) == [("me", "")]
    assert Rating.GOOD.missed is False


async def test_too_many_runs_are_refused_in_a_review_as_well() -> None:
    day = await asked_one(a_coding())
    await day.verdict("ada", "def double(x):\n    return x")
    await day.at(8, day=25)
    for _ in range(10):
        await reviews(day, "ada", "def double(x):\n    return x")
    wants = Command(who=person("ada"), place=PLACE, name="review", text="def double(x):\n    return 7")
    heard = await hear(day.world, wants)
    assert isinstance(heard, Accept | Show)
