"""What moderators do to a schedule, and that what they are shown comes true."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.cards import QuestionCard
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.messages import Command, Note, View
from bot.core.outlooks import QueueView, ScheduleView
from bot.crons import in_words
from bot.quiz.errors import Refused
from bot.quiz.options import FOR_EVER
from bot.testing.banks import ListBank
from bot.testing.days import MODERATORS, PLACE, Day, person
from bot.testing.questions import a_choice, a_coding, an_essay, an_output

MANY = [
    *(an_output(f"q{at}", topic=f"{'abc'[at % 3]}/{'xy'[at % 2]}", level=1 + at % 5) for at in range(30)),
    *(a_coding(f"code{at}", topic=f"{'abc'[at % 3]}/z") for at in range(4)),
    an_essay("essay"),
]


async def study_room() -> Day:
    """Nine o'clock on Tuesday, and the first question is open."""
    day = Day(*MANY)
    await day.begins()
    return day


async def does(day: Day, command: str, text: str = "", *, zone: str = "") -> View:
    who = replace(person("mo", moderator=True), zone=zone)
    deed = Command(who=who, place=PLACE, name=command, text=text)
    return await day.chat.says(lambda deed: hear(day.world, deed), deed)


async def queue(day: Day) -> QueueView:
    view = await does(day, "queue")
    assert isinstance(view, QueueView), view
    return view


async def changed(day: Day, command: str, text: str = "") -> QueueView:
    view = await does(day, command, text)
    assert isinstance(view, QueueView), view
    return view


async def said(day: Day, command: str, text: str = "") -> str:
    view = await does(day, command, text)
    assert isinstance(view, Note), view
    return view.text


async def lived(day: Day, count: int) -> list[str]:
    """The titles that really open on the next days, Wednesday first."""
    opened = []
    for _ in range(count):
        await day.clock.advance(timedelta(days=1))
        await beat(day.world)
        opened += [view.title for view in day.shown if isinstance(view, QuestionCard) and not view.closed]
    return opened


async def test_the_next_fourteen_days_come_true() -> None:
    day = await study_room()
    told = await queue(day)
    assert len(told.rows) == 14
    assert await lived(day, 14) == [row.title for row in told.rows]


async def test_a_restart_changes_nothing_in_the_preview() -> None:
    day = await study_room()
    before = await queue(day)
    again = Day(*reversed(MANY))
    again.world = replace(again.world, agenda=day.store, outbox=day.store, ledger=day.store, clock=day.clock)
    assert await queue(again) == before


async def test_a_pin_is_asked_on_its_day_and_nowhere_before() -> None:
    day = await study_room()
    last = (await queue(day)).rows[-1]
    view = await changed(day, "pin", f"{last.question} 2026-11-28")
    assert [row.question for row in view.rows].index(last.question) == 3
    assert [row.pinned for row in view.rows][:5] == [False, False, False, True, False]
    assert (await lived(day, 4))[-1] == last.title


async def test_a_pin_can_be_for_a_day_far_ahead() -> None:
    day = await study_room()
    assert "essay" not in [row.question for row in (await changed(day, "pin", "essay 2026-12-31")).rows]
    assert (await lived(day, 37))[-1] == "The essay question"


async def test_a_pin_without_a_date_is_for_the_next_question() -> None:
    day = await study_room()
    assert (await changed(day, "pin", "essay")).rows[0].question == "essay"


async def test_a_swap_replaces_one_days_question_with_another_of_the_rule() -> None:
    day = await study_room()
    before = (await queue(day)).rows
    after = (await changed(day, "swap", "2026-11-26")).rows
    assert after[0] == before[0]
    assert after[1].question != before[1].question
    again = (await changed(day, "swap", "2026-11-26")).rows
    assert again[1].question not in {before[0].question, after[1].question}
    named = (await changed(day, "swap", "2026-11-26 essay")).rows
    assert named[1].question == "essay"


async def test_a_skipped_day_has_no_question() -> None:
    day = await study_room()
    view = await changed(day, "skip", "2026-11-26")
    assert [row.opens.day for row in view.rows][:3] == [25, 27, 28]
    view = await changed(day, "skip")
    assert [row.opens.day for row in view.rows][:2] == [27, 28]
    assert len(day.shown) == 1


async def test_a_banned_topic_is_not_asked_until_it_is_allowed() -> None:
    day = await study_room()
    assert not [row for row in (await changed(day, "ban", "topic a")).rows if row.topic.startswith("a/")]
    assert [row for row in (await changed(day, "allow", "a")).rows if row.topic.startswith("a/")]


async def test_a_theme_takes_its_week() -> None:
    day = await study_room()
    rows = (await changed(day, "theme", "b 2026-11-30")).rows
    assert {row.topic[0] for row in rows if row.opens.day >= 30 or row.opens.day <= 3} == {"b"}
    assert {row.topic[0] for row in (await changed(day, "theme", "off")).rows} > {"b"}


async def test_a_pause_holds_until_it_is_over() -> None:
    day = await study_room()
    view = await does(day, "pause", "2026-11-28")
    assert isinstance(view, ScheduleView)
    assert [moment.day for moment in view.moments] == [28, 29, 30]
    await day.at(9, day=25)
    assert not [shown for shown in day.shown if isinstance(shown, QuestionCard)]
    view = await does(day, "pause")
    assert isinstance(view, ScheduleView)
    assert view.moments == ()
    view = await does(day, "resume")
    assert isinstance(view, ScheduleView)
    assert [moment.day for moment in view.moments] == [26, 27, 28]


async def test_an_extended_question_takes_answers_longer_and_its_card_says_so() -> None:
    day = await study_room()
    assert "until Wed 2026-11-25 11:00" in await said(day, "extend", "2h")
    await day.at(10, day=25)
    card = day.shown[0]
    assert isinstance(card, QuestionCard)
    assert (card.closes.hour, card.closed) == (11, False)
    await day.at(11, day=25)
    day.chat.posts.clear()
    assert "stays open until Fri 2026-11-27 11:00" in await said(day, "extend", "1d2h")


async def test_nothing_open_cannot_be_extended() -> None:
    day = await study_room()
    await day.note("mo", "close", moderator=True)
    assert "No question is open" in await said(day, "extend", "2h")


async def test_setting_up_echoes_the_next_moments_in_the_moderators_own_zone() -> None:
    day = await study_room()
    view = await does(day, "setup", "weekdays 18:30 Europe/Berlin open=12h", zone="Asia/Kolkata")
    assert isinstance(view, ScheduleView)
    assert view.schedule == "weekdays 18:30 Europe/Berlin open=12h tell=paper:moderators"
    assert (view.zone, view.mine) == ("Europe/Berlin", "Asia/Kolkata")
    assert [f"{moment:%d %H:%M}" for moment in view.moments] == ["25 17:30", "26 17:30", "27 17:30"]


async def test_a_cron_line_sets_up_as_well() -> None:
    day = await study_room()
    day.world = replace(day.world, cron=in_words)
    view = await does(day, "setup", "cron: 30 9 1,L 1-6 * Europe/Berlin open=2h")
    assert isinstance(view, ScheduleView)
    assert view.schedule.startswith("1,last 09:30 Europe/Berlin open=2h months=jan,feb,mar,apr,may,jun")
    view = await does(day, "setup", "cron: 30 9 * * 1 Europe/Berlin")
    assert isinstance(view, ScheduleView)
    assert view.schedule.startswith("mon 09:30 Europe/Berlin open=2h tell")


async def test_a_time_that_has_passed_is_not_caught_up_with() -> None:
    day = Day(*MANY)
    await day.begins()
    await day.at(8, day=25)
    view = await does(day, "setup", "daily 07:00 UTC")
    assert isinstance(view, ScheduleView)
    assert view.moments[0].day == 26
    await day.at(8, day=25)
    assert len(day.shown) == 1


async def test_days_that_passed_in_a_pause_are_neither_missed_nor_caught_up_with() -> None:
    day = await study_room()
    await does(day, "pause")
    await day.at(10, day=28)
    await does(day, "resume")
    await day.at(10, day=28)
    assert day.notes == []
    assert len(day.shown) == 1
    await day.at(9, day=29)
    assert len(day.shown) == 2


async def test_more_days_than_before_are_not_missed_in_hindsight() -> None:
    day = Day(*MANY)
    await day.begins()
    await does(day, "setup", "tue 09:00 UTC")
    await day.at(8, day=27)
    await does(day, "setup", "daily 18:00 UTC")
    await day.at(9, day=27)
    assert day.notes == []
    assert (await queue(day)).rows[0].opens.day == 27


async def test_a_date_has_one_question_however_its_time_is_moved() -> None:
    day = await study_room()
    view = await does(day, "setup", "daily 18:00 UTC")
    assert isinstance(view, ScheduleView)
    assert [moment.day for moment in view.moments] == [25, 26, 27]
    assert (await queue(day)).rows[0].opens.day == 25
    await day.at(19)
    assert len(day.shown) == 1


async def test_a_schedule_paused_by_trouble_says_why_and_goes_on_when_resumed() -> None:
    day = Day(*MANY)
    day.chat.paper.closed_places |= {PLACE: Refused("I may not write here.")}
    community = await day.begins()
    day.chat.paper.closed_places.clear()
    assert (await day.world.community(community.id)).schedule.paused_until == FOR_EVER
    await does(day, "resume")
    await day.at(9, day=25)
    assert len(day.shown) == 1


async def test_the_queue_shows_what_could_not_be_told_and_what_runs_out() -> None:
    day = Day(*MANY[:5])
    day.chat.paper.closed_places |= {place: Refused("I may not write here.") for place in (PLACE, MODERATORS)}
    await day.begins()
    view = await queue(day)
    assert view.rows == ()
    assert any("I may not write here." in note for note in view.notes)
    assert "left: 5." in view.notes[-1]


async def test_a_bank_too_small_for_the_rule_of_topics_is_said_in_the_queue() -> None:
    day = Day(*(an_output(f"q{at}", topic="a/x") for at in range(30)))
    await day.begins()
    (note,) = (await queue(day)).notes
    assert "The topic a comes two days running, on 2026-11-26 again" in note
    assert (await queue(await study_room())).notes == ()


async def test_an_empty_bank_says_so_in_the_queue() -> None:
    day = await study_room()
    assert isinstance(day.world.bank, ListBank)
    day.world.bank._questions = ()
    assert "holds no live question" in await said(day, "queue")


@pytest.mark.parametrize(
    ("command", "text", "sentence"),
    [
        ("setup", "daily 25:00 UTC", "no time of day"),
        ("setup", "daily 09:00 Europe/Berlim", "did you mean Europe/Berlin?"),
        ("setup", "dayly 09:00 UTC", "did you mean daily?"),
        ("setup", "pack=d", "There is no topic 'd' in the bank"),
        ("setup", "theme=q@2026-11-23", "There is no topic 'q' in the bank"),
        ("setup", "cron: 0 9 * *", "five fields and then a zone"),
        ("setup", "cron: 0 9 * * 1-5 UTC", "Cron lines are not understood here"),
        ("pin", "q99", "no question 'q99' in the bank; did you mean q"),
        ("pin", "", "Say which question"),
        ("ban", "", "Say which topic"),
        ("allow", " ", "Say which topic"),
        ("extend", "0h", "by how long"),
        ("pin", "draft", "not live"),
        ("pin", "q1 2026-11-20", "has passed"),
        ("pin", "q1 2026-11-24", "No question opens on 2026-11-24; the next ones open on 2026-11-25"),
        ("swap", "2027-01-20", "more than 14 days away"),
        ("setup", "pin=2026-12-01:q99", "no question 'q99' in the bank"),
        ("setup", "tell=paper:somebody-elses", "the operator's to say"),
        ("pin", "q1 tomorrow", "'tomorrow' is no date"),
        ("swap", "2026-13-01", "is no date"),
        ("skip", "2026-11-24", "No question opens on 2026-11-24"),
        ("ban", "interviews", "did you mean interview?"),
        ("theme", "nothing-like-it", "There is no topic"),
        ("pause", "2026-11-01", "has passed"),
        ("extend", "long", "no span of time"),
        ("extend", "", "no span of time"),
    ],
)
async def test_a_mistake_is_named_and_changes_nothing(command: str, text: str, sentence: str) -> None:
    day = Day(*MANY, replace(an_output("draft"), live=False))
    await day.begins()
    before = await queue(day)
    assert sentence in await said(day, command, text)
    assert await queue(day) == before


async def test_nobody_can_ban_everything_away() -> None:
    day = Day(a_choice())
    await day.begins()
    assert "leave no question to ask" in await said(day, "ban", "names")
