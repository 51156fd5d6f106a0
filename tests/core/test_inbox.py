from dataclasses import replace
from datetime import timedelta

from bot.core import deskwords, words
from bot.core.cards import QuestionCard, RevealCard
from bot.core.contributions import SuggestionState
from bot.core.hearing import hear
from bot.core.heartbeat import wake
from bot.core.messages import AuditView, Command, Note, Show
from bot.core.outlooks import QueueView
from bot.core.pages import Page
from bot.quiz.ids import Place, RoundId
from bot.quiz.setups import parse
from bot.testing.banks import ListBank
from bot.testing.days import MORNING, PLACE, Day, person
from bot.testing.questions import a_choice, a_coding, an_output

FORM = {"kind": "output", "prompt": "What is printed?", "program": "print(1)", "answer": "1", "why": "So it is."}


async def suggests(day: Day, name: str = "ada", **changed: str) -> None:
    view = await day.fills(name, "suggest", FORM | changed)
    assert isinstance(view, Page), view


async def does(day: Day, text: str = "", command: str = "inbox") -> str:
    return await day.note("mo", command, text, moderator=True)


async def looks(day: Day, text: str = "", command: str = "inbox") -> Page:
    view = await day.asks("mo", command, text, moderator=True)
    assert isinstance(view, Page), view
    return view


async def acts(day: Day) -> list[tuple[str, str]]:
    view = await day.asks("mo", "audit", moderator=True)
    assert isinstance(view, AuditView), view
    return [(row.what, row.why) for row in view.rows]


async def letter(day: Day, name: str = "ada") -> Page:
    view = await day.asks(name, "today")
    assert isinstance(view, Page), view
    return view


async def test_an_empty_inbox_says_what_would_come(day: Day) -> None:
    await day.begins()
    assert (await looks(day)).text == deskwords.INBOX_EMPTY


async def test_the_list_counts_what_waits_and_leads_to_each(day: Day) -> None:
    await day.begins()
    await suggests(day)
    await suggests(day, program="wrong")
    await day.note("ben", "report", "key b is right as well")
    page = await looks(day)
    assert page.text == "Suggestions: 1 · questions with reports: 1 · noticed by me: 0"
    assert [row.actions[0].text for row in page.rows] == ["s1", "r1"]


async def test_a_suggestion_is_seen_with_its_answer_the_check_and_its_twins() -> None:
    day = Day(replace(a_choice(), prompt="Known?"))
    await day.begins()
    await suggests(day, prompt="Known?", program="print('seen')", answer="seen")
    page = await looks(day, "s1")
    said = "\n".join(f"{row.text}\n{row.detail}\n{row.code}" for row in page.rows)
    for piece in ("Known?", "print('seen')", "The answer\n\nseen", "its answer holds", "Much like choice", "So it is."):
        assert piece in said
    assert "By ada, on 2026-11-24" in page.text
    assert [action.text for action in page.actions] == ["approve s1", "edit s1", "ask s1", "dismiss s1"]
    assert len(page.rows) <= 12


async def test_an_approved_question_is_in_the_pool_and_the_preview_is_exact(day: Day) -> None:
    community = await day.begins()
    await suggests(day)
    assert "is in the pool as community/1" in await does(day, "approve s1")
    queue = await day.asks("mo", "queue", moderator=True)
    assert isinstance(queue, QueueView)
    wanted = [row.question for row in queue.rows[:6]]
    assert "community/1" in wanted
    for number in range(25, 31):
        await day.at(9, day=number)
    asked = [one.question for one in await day.world.agenda.rounds(community.id)]
    assert asked[1:] == wanted


async def test_approving_twice_and_what_is_decided_changes_nothing(day: Day) -> None:
    await day.begins()
    await suggests(day)
    await does(day, "approve s1")
    for act in ("approve s1", "ask s1 why?"):
        assert "decided already: in the pool" in await does(day, act)
    assert len(await acts(day)) == 1


async def test_a_topic_can_be_given_and_has_to_exist() -> None:
    day = Day(an_output(), a_coding())
    await day.begins()
    await suggests(day)
    assert "no topic 'types/nmbers' in the pool; did you mean types/numbers?" in await does(
        day, "approve s1 types/nmbers"
    )
    await does(day, "approve s1 types/numbers")
    question = day.world.bank.questions((await day.world.agenda.communities())[0].id)[-1]
    assert (question.id, question.topic) == ("community/1", "types/numbers")


async def test_what_a_community_wrote_survives_a_restart_and_is_nobody_elses(day: Day) -> None:
    community = await day.begins()
    other = await day.world.agenda.enrol(Place("paper:elsewhere"), parse("daily 09:00 UTC"), now=MORNING)
    await suggests(day)
    await does(day, "approve s1")
    again = replace(day.world, bank=ListBank((a_choice(),)))
    await wake(again)
    assert [one.id for one in again.bank.questions(community.id)] == ["choice", "community/1"]
    assert [one.id for one in again.bank.questions(other.id)] == ["choice"]
    for name, text in (("pin", "community/1"), ("preview", "community/1"), ("edit", "community/1"), ("inbox", "s1")):
        deed = Command(who=person("mo", moderator=True), place=other.place, name=name, text=text)
        answer = await hear(again, deed)
        assert isinstance(answer, Show)
        assert isinstance(answer.view, Note)
        assert "What is printed?" not in answer.view.text


async def test_its_author_is_named_at_the_reveal_if_they_want_to_be(day: Day) -> None:
    await day.begins()
    for name in ("ada*_", "ben"):
        await suggests(day, name)
    await day.note("ada*_", "suggest", "credit s1")
    for name in ("s1", "s2"):
        await does(day, f"approve {name}")
    for number, name in ((25, "community/1"), (26, "community/2")):
        await day.asks("mo", "pin", f"{name} 2026-11-{number}", moderator=True)
    for number in (25, 26, 27):
        await day.at(9, day=number)
    whys = [view.why for view in day.shown if isinstance(view, RevealCard)]
    assert whys[1:] == ["So it is.\n\nWritten by ada.", "So it is."]


async def test_who_is_hidden_is_not_named(day: Day) -> None:
    await day.begins()
    await suggests(day)
    await day.note("ada", "suggest", "credit s1")
    await day.note("ada", "privacy", "hidden")
    await does(day, "approve s1")
    await day.asks("mo", "pin", "community/1", moderator=True)
    for number in (25, 26):
        await day.at(9, day=number)
    assert [view.why for view in day.shown if isinstance(view, RevealCard)][1] == "So it is."


async def test_the_author_reads_what_a_moderator_asks_with_their_next_command_once(day: Day) -> None:
    await day.begins()
    await suggests(day)
    form = await day.form("mo", "inbox", "ask s1", moderator=True)
    assert form.about == "s1"
    await day.fills("mo", "ask", {"text": "Is that so\non 3.13?"}, about=form.about, moderator=True)
    assert isinstance(await day.asks("ben", "today"), QuestionCard)
    page = await letter(day)
    assert page.rows[0].detail == "Is that so on 3.13?"
    assert page.rows[0].actions[0].text == "s1"
    assert isinstance(await day.asks("ada", "today"), QuestionCard)
    assert (await acts(day))[0] == ("inbox ask s1 Is that so on 3.13?", "")
    await day.fills("ada", "suggest", FORM | {"why": "On each."}, about="s1")
    assert (await looks(day)).rows[0].detail.endswith("waits for a moderator")


async def test_a_dismissed_suggestion_is_told_with_its_reason_and_can_come_again(day: Day) -> None:
    await day.begins()
    await suggests(day)
    assert "will be told why" in await does(day, "dismiss s1 We have that one.")
    page = await letter(day)
    assert (page.rows[0].detail, page.rows[0].actions) == ("We have that one.", ())
    assert (await acts(day))[0] == ("inbox dismiss s1", "We have that one.")
    assert "decided already" in await does(day, "dismiss s1 again")
    await suggests(day)
    assert [row.actions[0].text for row in (await looks(day)).rows] == ["s2"]


async def test_a_reason_is_asked_for(day: Day) -> None:
    await day.begins()
    await suggests(day)
    form = await day.form("mo", "inbox", "dismiss s1", moderator=True)
    view = await day.fills("mo", "dismiss", {"text": " "}, about=form.about, moderator=True)
    assert isinstance(view, Note)
    assert "Say why" in view.text
    await day.fills("mo", "dismiss", {"text": "Known."}, about=form.about, moderator=True)
    assert (await looks(day)).text == deskwords.INBOX_EMPTY


async def test_a_moderator_edits_before_approving_and_the_check_is_the_same(day: Day) -> None:
    await day.begins()
    await suggests(day)
    form = await day.form("mo", "inbox", "edit s1", moderator=True)
    assert {field.name: field.value for field in form.fields} == FORM
    view = await day.fills("mo", "amend", FORM | {"program": "wrong"}, about=form.about, moderator=True)
    assert isinstance(view, Page)
    assert view.rows[0].text == "Answer, line 1: that is not printed. Look again."
    again = await day.form("mo", "edit", view.actions[0].text, moderator=True)
    assert again.fields[2].value == "wrong"
    kept = await day.world.inbox.suggestions((await day.world.agenda.communities())[0].id)
    assert kept[0].values == FORM
    await day.fills("mo", "amend", FORM | {"prompt": "What is shown?"}, about=again.about, moderator=True)
    assert "What is shown?" in (await looks(day, "s1")).title
    assert (await acts(day))[0][0] == "edit s1"


async def test_a_draft_is_not_seen_by_moderators(day: Day) -> None:
    await day.begins()
    await suggests(day, program="wrong")
    await suggests(day)
    await day.note("ada", "suggest", "withdraw s2")
    for text in ("s1", "approve s1", "s2", "dismiss s2 so"):
        assert "nothing under" in await does(day, text)
    assert "no question 's1' of this community" in await does(day, "s1", "edit")


async def test_a_moderators_new_question_is_in_the_pool_at_once(day: Day) -> None:
    await day.begins()
    form = await day.form("mo", "new", moderator=True)
    assert [field.name for field in form.fields] == ["kind", "prompt", "program", "answer", "why"]
    view = await day.fills("mo", "new", FORM | {"program": "wrong"}, moderator=True)
    assert isinstance(view, Page)
    assert await does(day, "questions") == deskwords.OWN_NONE
    again = await day.form("mo", "new", moderator=True)
    assert again.fields[2].value == "wrong"
    view = await day.fills("mo", "new", FORM, moderator=True)
    assert isinstance(view, Note)
    assert "in the pool as community/1" in view.text
    assert (await looks(day, "questions")).rows[0].actions[0].text == "s1"
    assert (await acts(day))[0][0] == "new community/1"


async def test_a_question_that_was_not_asked_yet_can_be_edited_and_then_no_more(day: Day) -> None:
    await day.begins()
    await suggests(day)
    await does(day, "approve s1")
    form = await day.form("mo", "edit", "community/1", moderator=True)
    await day.fills("mo", "amend", FORM | {"answer": "2"}, about=form.about, moderator=True)
    community = (await day.world.agenda.communities())[0]
    task = day.world.bank.questions(community.id)[-1].task
    assert "2" in repr(task)
    await day.asks("mo", "pin", "community/1", moderator=True)
    await day.at(9, day=25)
    assert "was asked on 2026-11-25" in await does(day, "community/1", "edit")
    view = await day.fills("mo", "amend", FORM, about="s1", moderator=True)
    assert isinstance(view, Note)
    assert "was asked on" in view.text


async def test_a_question_of_the_bank_cannot_be_edited_in_chat_and_why(day: Day) -> None:
    await day.begins()
    assert "is a question of the bank: it is edited in its file" in await does(day, "choice", "edit")
    assert "no question 'chioce'" in await does(day, "chioce", "edit")


async def test_a_retired_question_is_asked_no_more_and_its_rounds_can_still_be_judged(day: Day) -> None:
    await day.begins()
    await suggests(day)
    await does(day, "approve s1")
    await day.asks("mo", "pin", "community/1", moderator=True)
    await day.at(9, day=25)
    assert "taken out of the pool" in await does(day, "dismiss s1 It was not good.")
    assert (await day.verdict("ben", "1")).verdict.right
    queue = await day.asks("mo", "queue", moderator=True)
    assert isinstance(queue, QueueView)
    assert {row.question for row in queue.rows} == {"choice"}
    assert [row.detail for row in (await letter(day)).rows] == ["", "It was not good."]


async def test_a_report_is_taken_once_a_person_and_told_to_moderators_once(day: Day) -> None:
    await day.begins()
    form = await day.form("ben", "report")
    assert [field.name for field in form.fields] == ["wrong", "text"]
    for name, wrong, text in (("ben", "key", "b"), ("ada", "wording", "what?"), ("ben", "code", "it crashes")):
        await day.fills(name, "report", {"wrong": wrong, "text": text}, about=form.about)
        await day.at(10)
    assert len([note for note in day.notes if "Somebody says" in note]) == 1
    page = await looks(day, "r1")
    assert "2 people reported it: " in page.text
    assert {row.text for row in page.rows[:2]} == {
        "It can be misunderstood: what?",
        "The program or its cases: it crashes",
    }


async def test_a_report_can_be_typed_in_one_line(day: Day) -> None:
    await day.begins()
    await day.note("ben", "report", "the key: b is right as well")
    await day.note("ada", "report", "I do not get it")
    page = await looks(day, "r1")
    assert [row.text for row in page.rows[:2]] == [
        "The answer is wrong: b is right as well",
        "Something else: I do not get it",
    ]
    assert (await day.form("ada", "report", "wording")).fields[0].value == "wording"


async def test_reports_of_a_question_show_how_people_did(day: Day) -> None:
    await day.begins()
    for name, answer in (("ada", "a"), ("ben", "b"), ("cleo", "b")):
        await day.says(name, answer)
    await day.note("ben", "report", "key b")
    assert "33 % of 3 were right at their first try" in (await looks(day, "r1")).text


async def test_reporters_are_told_what_came_of_it(day: Day) -> None:
    await day.begins()
    await day.note("ben", "report", "key b")
    await does(day, "dismiss r1 The key is right: see the docs.")
    page = await letter(day, "ben")
    assert page.rows[0].text == "Your report about “The choice question” was looked into:"
    assert page.rows[0].detail == "The key is right: see the docs."
    assert (await looks(day)).text == deskwords.INBOX_EMPTY


async def test_a_correction_settles_the_reports_of_its_question(day: Day) -> None:
    await day.begins()
    await day.says("ben", "b")
    await day.note("ben", "report", "key b")
    view = await day.asks("mo", "rekey", "b", moderator=True)
    code = view.code  # type: ignore[union-attr]
    await day.note("mo", "confirm", code, moderator=True)
    assert (await looks(day)).text == deskwords.INBOX_EMPTY


async def test_nothing_is_reported_before_anything_was_asked(day: Day) -> None:
    await day.world.agenda.enrol(PLACE, parse("daily 09:00 UTC"), now=MORNING)
    assert await day.note("ben", "report", "key b") == deskwords.NOTHING_TO_REPORT


async def test_a_preview_cannot_be_reported(day: Day) -> None:
    await day.begins()
    deed = Command(who=person("mo", moderator=True), place=PLACE, name="report", round=RoundId(-7))
    answer = await hear(day.world, deed)
    assert answer == Show(Note(deskwords.NOT_ASKED_HERE))


async def test_a_report_of_another_communitys_round_is_not_taken(day: Day) -> None:
    await day.begins()
    other = await day.world.agenda.enrol(
        Place("paper:elsewhere"), parse("daily 09:00 UTC"), now=MORNING - timedelta(days=1)
    )
    await day.at(9, day=25)
    theirs = (await day.world.agenda.rounds(other.id))[0]
    view = await day.fills("ben", "report", {"wrong": "key", "text": "b"}, about=f"{theirs.id}")
    assert isinstance(view, Note)
    assert view.text == words.OLD_FORM


async def test_numbers_nobody_has_are_said_kindly(day: Day) -> None:
    await day.begins()
    for text in ("s9", "r9", "f9", "approve s9", "x1"):
        assert "There is nothing under" in await does(day, text)
    assert await does(day, "approve") == deskwords.INBOX_USAGE


async def test_two_moderators_who_decide_at_once_do_not_both(day: Day) -> None:
    await day.begins()
    await suggests(day)
    amend = day.world.inbox.amend
    (one,) = await day.world.inbox.suggestions((await day.world.agenda.communities())[0].id)
    await amend(replace(one, state=SuggestionState.WAITING))  # another one was a moment faster
    store = day.store

    async def stale(_community: object) -> object:
        return (one,)

    store.suggestions = stale  # type: ignore[method-assign, assignment]
    assert await does(day, "approve s1") == deskwords.CHANGED_MEANWHILE
