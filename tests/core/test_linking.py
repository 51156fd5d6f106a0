"""A learner on two chats makes both addresses one person: one row, one streak, and nothing twice."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.core.hearing import hear
from bot.core.messages import Accept, Command, Note, Submission, VerdictView
from bot.core.pages import Page
from bot.core.scorecards import BoardView, CorrectionView, ProgressView
from bot.quiz.ids import Address, Place, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.setups import changed
from bot.testing.banks import ListBank
from bot.testing.chats import PaperChat
from bot.testing.days import MORNING, PLACE, Day, person
from bot.testing.questions import a_choice, a_coding, an_output

SLATE = Place("slate:T1:C1")
MANY = [an_output(f"q{at}", topic=f"{'abc'[at % 3]}/x") for at in range(30)]


async def two_chats(*questions: Question) -> Day:
    """One community on paper and on a slate."""
    day = Day(*(questions or MANY))
    day.world = replace(day.world, chats={"paper": day.chat, "slate": PaperChat()})
    community = await day.store.enrol(PLACE, changed(None, "daily 09:00 UTC reveal=1h"), now=MORNING)
    await day.store.join(community.id, SLATE, now=MORNING)
    await day.at(9)
    return day


async def code(day: Day, name: str = "ada", place: Place = PLACE) -> str:
    told = await day.note(name, "link", place=place)
    return told.partition("/quiz link ")[2][:9]


async def shown(day: Day, name: str = "ada", place: Place = SLATE) -> tuple[str, Page]:
    """What linking would do: the code, and the page."""
    given = await code(day)
    page = await day.asks(name, "link", given, place=place)
    assert isinstance(page, Page), page
    return given, page


async def links(day: Day, name: str = "ada", place: Place = SLATE) -> str:
    """Both addresses become one; returns what was said."""
    _, page = await shown(day, name, place)
    (act,) = page.actions
    return await day.note(name, act.name, act.text, place=place)


async def board(day: Day) -> list[tuple[int, str, int]]:
    view = await day.asks("cleo", "board")
    assert isinstance(view, BoardView)
    return [(row.rank, row.name, row.points) for row in view.rows]


async def progress(day: Day, place: Place = PLACE) -> ProgressView:
    view = await day.asks("ada", "me", place=place)
    assert isinstance(view, ProgressView)
    return view


async def test_two_addresses_become_one_row_and_one_streak() -> None:
    day = await two_chats()
    await day.verdict("ada", "42")
    await day.at(9, day=25)
    await day.verdict("ada", "42", place=SLATE)
    assert await board(day) == [(1, "ada", 10), (1, "ada", 10)]
    assert "paper:ada, slate:ada are one person now" in await links(day)
    assert await board(day) == [(1, "ada", 20)]
    for place in (PLACE, SLATE):
        mine = await progress(day, place)
        assert (mine.points, mine.rank, mine.streak.current, mine.answered) == (20, 1, 2, 2)
    await day.at(9, day=26)
    await day.verdict("ada", "42", place=SLATE)
    assert "solved this one already" in str(await day.says("ada", "42"))


async def test_what_will_happen_is_shown_first_and_changes_nothing() -> None:
    day = await two_chats()
    await day.verdict("ada", "42")
    await day.verdict("ada", "41", place=SLATE)
    before = await board(day)
    _, page = await shown(day)
    assert "slate:ada becomes one with paper:ada" in page.text
    (row,) = page.rows
    assert "10 + 1 points become 10" in row.text
    assert "Answered under both: 1" in row.detail
    assert await board(day) == before


@pytest.mark.parametrize(
    ("here", "there", "points"),
    [
        (["42"], ["42"], 10),  # the second right answer is worth nothing
        (["41"], ["42"], 7),  # a second try earns 60 %, and the first one took part
        (["41"], ["41"], 1),  # taking part counts once
        (["41", "40"], ["42"], 4),
        ([], ["42"], 10),
    ],
)
async def test_a_question_answered_under_both_counts_as_if_one_person_had_tried(
    here: list[str], there: list[str], points: int
) -> None:
    day = await two_chats()
    for place, given in ((PLACE, here), (SLATE, there)):
        for answer in given:
            await day.verdict("ada", answer, place=place)
            await day.clock.advance(timedelta(minutes=1))
    await links(day)
    assert [row[2] for row in await board(day)] == [points]
    (community,) = await day.store.communities()
    entries = await day.store.history(community.id)
    assert len(entries) == len(here) + len(there)
    assert [entry.settlement.attempt for entry in entries if entry.settlement][:1] == [1]


async def test_it_is_as_if_one_person_had_tried_from_the_beginning() -> None:
    split, whole = await two_chats(), await two_chats()
    plan = [("41", SLATE), ("40", PLACE), ("42", SLATE), ("42", PLACE)]
    for hour, (answer, place) in enumerate(plan):
        await split.says("ada", answer, place=place)
        await whole.says("ada", answer)
        await split.at(10 + hour)
        await whole.at(10 + hour)
    for day, place in ((split, SLATE), (whole, PLACE)):
        await day.at(9, day=25)
        await day.says("ada", "42", place=place)
    await links(split)
    assert await board(split) == await board(whole)
    ours, theirs = await progress(split), await progress(whole)
    assert (ours.points, ours.streak, ours.solved) == (theirs.points, theirs.streak, theirs.solved)
    assert ours.lines == theirs.lines


async def test_hints_taken_under_one_address_cost_under_the_other() -> None:
    day = await two_chats()
    await day.asks("ada", "hint", place=SLATE)
    await day.clock.advance(timedelta(minutes=1))
    await day.verdict("ada", "41", place=SLATE)
    await day.clock.advance(timedelta(minutes=1))
    await day.verdict("ada", "42")
    await links(day)
    assert [row[2] for row in await board(day)] == [5]  # 60 % of 10, less 20 %, and taking part


async def test_the_audit_log_says_that_scores_changed_and_why() -> None:
    day = await two_chats()
    for place in (PLACE, SLATE):
        await day.verdict("ada", "42", place=place)
    await links(day)
    (community,) = await day.store.communities()
    (act,) = await day.store.acts(community.id)
    assert (act.what, act.result.endswith("once: 1")) == ("link", True)


async def test_a_correction_afterwards_counts_both_addresses_as_one() -> None:
    day = await two_chats(a_choice(), *MANY)
    assert isinstance(day.world.bank, ListBank)
    await day.note("mo", "post", moderator=True)
    await day.says("ada", "b", place=SLATE)
    await day.clock.advance(timedelta(minutes=1))
    await day.says("ada", "a")
    await links(day)
    before = await board(day)
    view = await day.asks("mo", "rekey", "bank", moderator=True)
    assert isinstance(view, Note)
    assert "changes nothing" in view.text
    assert await board(day) == before


async def test_a_question_that_left_the_bank_is_still_not_counted_twice() -> None:
    day = await two_chats()
    for place in (PLACE, SLATE):
        await day.verdict("ada", "42", place=place)
    assert isinstance(day.world.bank, ListBank)
    day.world.bank._questions = ()
    await links(day)
    assert [row[2] for row in await board(day)] == [10]


async def test_a_code_opens_once_for_ten_minutes_and_not_for_its_own_address() -> None:
    day = await two_chats()
    given = await code(day)
    assert "one person already" in await day.note("ada", "link", given)
    page = await day.asks("ada", "link", given.replace("-", " ").lower(), place=SLATE)
    assert isinstance(page, Page)
    assert "are one person now" in await day.note("ada", "link", f"{given} yes", place=SLATE)
    assert "opens nothing" in await day.note("eve", "link", given, place=SLATE)
    late = await code(day, "ben")
    await day.clock.advance(timedelta(minutes=10))
    assert "opens nothing" in await day.note("ben", "link", late, place=SLATE)


async def test_an_older_code_opens_nothing_once_a_newer_was_given() -> None:
    day = await two_chats()
    older, newer = await code(day), await code(day)
    assert older != newer
    assert "opens nothing" in await day.note("ada", "link", older, place=SLATE)


async def test_who_guesses_codes_is_stopped() -> None:
    day = await two_chats()
    given = await code(day)
    for at in range(5):
        assert "opens nothing" in await day.note("eve", "link", f"AAAA-AAA{at + 2}", place=SLATE)
    assert "Too many wrong codes" in await day.note("eve", "link", given, place=SLATE)
    assert "Too many wrong codes" in await day.note("eve", "link", f"{given} yes", place=SLATE)
    assert isinstance(await day.asks("ada", "link", given, place=SLATE), Page)


async def test_a_code_of_somebody_who_was_erased_opens_nothing() -> None:
    day = await two_chats()
    given = await code(day)
    await day.note("ada", "privacy", "erase everything")
    assert "opens nothing" in await day.note("ada", "link", given, place=SLATE)


async def test_privacy_covers_both_addresses() -> None:
    day = await two_chats()
    for place in (PLACE, SLATE):
        await day.verdict("ada", "42", place=place)
    await links(day)
    await day.note("ada", "privacy", "hidden", place=SLATE)
    assert await board(day) == []
    await day.note("ada", "privacy", "public")
    assert len(await board(day)) == 1
    await day.note("ada", "privacy", "erase everything", place=SLATE)
    assert await board(day) == []
    for place in (PLACE, SLATE):
        assert (await progress(day, place)).answered == 0


async def test_who_is_hidden_at_one_address_is_told_that_both_will_be() -> None:
    day = await two_chats()
    await day.verdict("ada", "42")
    await day.note("ada", "privacy", "hidden", place=SLATE)
    _, page = await shown(day)
    assert "One of the two is hidden" in page.text
    await links(day)
    assert await board(day) == []


async def test_an_address_can_be_on_its_own_again_and_begins_anew() -> None:
    day = await two_chats()
    await day.verdict("ada", "42", place=SLATE)
    await links(day)
    page = await day.asks("ada", "unlink", place=SLATE)
    assert isinstance(page, Page)
    assert "begins anew, with nothing" in page.text
    assert "is on its own now" in await day.note("ada", "unlink", "yes", place=SLATE)
    assert (await progress(day)).points == 10
    assert (await progress(day, SLATE)).points == 0
    assert "linked to no other" in await day.note("ada", "unlink", place=SLATE)


async def test_an_answer_that_waits_for_its_turn_while_its_author_becomes_another_is_not_lost_in_between() -> None:
    day = await two_chats(a_coding())
    given, _ = await shown(day)
    (slate,) = [one for one in day.store._members.values() if one.address == "slate:ada"]
    deed = Command(who=person("ada", place=SLATE), place=SLATE, name="link", text=f"{given} yes")
    answered = await hear(day.world, deed)
    assert isinstance(answered, Accept)
    async with day.world.turns.of(slate.id):  # an answer of theirs is being judged
        linking = asyncio.ensure_future(answered.then())
        for _ in range(20):
            await asyncio.sleep(0)
        assert not linking.done()
        assert await day.store.known(Address("slate:ada")) == slate
    assert isinstance(await linking, Note)
    verdict = await day.chat.says(partial(hear, day.world), _answers("```\ndef double(x):\n    return x + x\n```"))
    assert isinstance(verdict, VerdictView)
    assert verdict.total == 10


def _answers(text: str) -> Submission:
    return Submission(id=SubmissionId("late"), who=person("ada", place=SLATE), place=SLATE, answer=text)


async def test_what_changed_since_it_was_shown_is_reckoned_anew() -> None:
    day = await two_chats()
    await day.verdict("ada", "42")
    given, _ = await shown(day)
    await day.verdict("ada", "42", place=SLATE)
    assert "one person now" in await day.note("ada", "link", f"{given} yes", place=SLATE)
    assert [row[2] for row in await board(day)] == [10]


async def test_a_void_with_full_credit_is_given_once() -> None:
    day = await two_chats()
    for place in (PLACE, SLATE):
        await day.verdict("ada", "41", place=place)
    view = await day.asks("mo", "void", "full it was unclear", moderator=True)
    assert isinstance(view, CorrectionView)
    await day.note("mo", "confirm", view.code, moderator=True)
    assert [row[2] for row in await board(day)] == [10, 10]
    await links(day)
    assert [row[2] for row in await board(day)] == [10]


async def test_who_answered_as_somebody_they_are_no_more_is_asked_to_send_it_again() -> None:
    day = await two_chats(a_coding())
    given, _ = await shown(day)
    answered = await hear(day.world, _answers("```\ndef double(x):\n    return x + x\n```"))
    assert isinstance(answered, Accept)
    (slate,) = [one for one in day.store._members.values() if one.address == "slate:ada"]
    async with day.world.turns.of(slate.id):  # both wait, the answer behind the link
        linking = asyncio.ensure_future(day.note("ada", "link", f"{given} yes", place=SLATE))
        for _ in range(20):
            await asyncio.sleep(0)
        answering = asyncio.ensure_future(answered.then())
        for _ in range(20):
            await asyncio.sleep(0)
    assert "one person now" in await linking
    told = await answering
    assert isinstance(told, Note)
    assert "nothing was counted" in told.text
    assert [row[2] for row in await board(day)] == []


async def test_whoever_is_muted_is_muted_at_both_addresses_after_they_part() -> None:
    day = await two_chats()
    await day.verdict("ada", "42")
    await day.verdict("cleo", "42")
    await links(day)
    assert "on no board" in await day.note("mo", "mute", "ada copied answers", moderator=True)
    assert "is on its own now" in await day.note("ada", "unlink", "yes", place=SLATE)
    await day.verdict("ada", "42", place=SLATE)
    assert [name for _, name, _ in await board(day)] == ["cleo"]
    assert "copied answers" in str(await day.asks("ada", "me", place=SLATE))
