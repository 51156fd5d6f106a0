"""What moderators look at before and after: a preview that is not recorded, the dashboard, the digest."""

from functools import partial

from bot.core.cards import QuestionCard, RevealCard
from bot.core.hearing import hear
from bot.core.messages import Ask, Command, Show, Submission, VerdictView, WantsEditor
from bot.core.pages import Page
from bot.quiz.answers import Picked
from bot.quiz.ids import SubmissionId
from bot.testing.days import PLACE, Day, person

MO = person("mo", moderator=True)


async def previewed(day: Day) -> tuple[QuestionCard, RevealCard]:
    answered = await hear(day.world, Command(who=MO, place=PLACE, name="preview"))
    assert isinstance(answered, Show)
    assert isinstance(answered.view, QuestionCard)
    assert answered.then is not None
    reveal = await answered.then()
    assert isinstance(reveal, RevealCard)
    return answered.view, reveal


async def test_a_preview_is_the_card_and_then_its_reveal(day: Day) -> None:
    await day.begins()
    shown, reveal = await previewed(day)
    posted = day.shown[0]
    assert isinstance(posted, QuestionCard)
    assert (shown.title, shown.prompt, shown.options) == (posted.title, posted.prompt, posted.options)
    assert [option.right for option in reveal.options].count(True) == 1


async def test_trying_a_preview_is_judged_and_not_recorded(day: Day) -> None:
    community = await day.begins()
    shown, _ = await previewed(day)
    assert shown.round < 0
    opened = await hear(day.world, WantsEditor(who=MO, place=PLACE, round=shown.round))
    assert isinstance(opened, Ask)
    tried = Submission(
        id=SubmissionId("p1"), who=MO, place=PLACE, round=shown.round, answer=Picked(options=frozenset({0}))
    )
    view = await day.chat.says(partial(hear, day.world), tried)
    assert isinstance(view, VerdictView)
    assert view.verdict.right
    assert await day.world.ledger.history(community.id) == ()


async def test_the_dashboard_says_what_is_open_and_how_it_goes(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "a")
    await day.verdict("ben", "b")
    page = await day.asks("mo", "dashboard", moderator=True)
    assert isinstance(page, Page)
    assert "answered by 2, solved by 1" in page.rows[0].detail
    assert [one.name for one in page.actions] == ["queue", "preview", "inbox", "digest", "pause"]


async def test_the_digest_of_a_week_is_told_once_on_monday_to_the_moderators(day: Day) -> None:
    await day.begins()
    await day.verdict("ada", "b")
    await day.verdict("ada", "a")
    await day.at(8, day=30)
    await day.at(9, day=30)
    told = [note for note in day.notes if "2026-W48" in note]
    assert len(told) == 1
    assert "People who answered: 1, of them new: 1." in told[0]
    assert "Right at the first try: 0 %" in told[0]


async def test_the_digest_on_demand_has_a_row_a_question(day: Day) -> None:
    await day.begins()
    page = await day.asks("mo", "digest", moderator=True)
    assert isinstance(page, Page)
    assert [row.detail for row in page.rows] == ["answered by nobody"]
    assert ("digest", "last") in [(one.name, one.text) for one in page.actions]


async def test_the_digest_of_the_last_week_leads_back_to_this_one(day: Day) -> None:
    await day.begins()
    page = await day.asks("mo", "digest", "last", moderator=True)
    assert isinstance(page, Page)
    assert [one.text for one in page.actions if one.name == "digest"] == [""]


async def test_notes_go_only_to_a_channel_of_the_same_server(day: Day) -> None:
    await day.begins()
    assert "of this server" in await day.note("mo", "setup", "tell=other:room", moderator=True)
