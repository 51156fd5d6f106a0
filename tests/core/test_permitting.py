"""What people must change at their chat is said before a place begins, and beside its schedule."""

from bot.core.outlooks import ScheduleView
from bot.quiz.errors import Busy
from bot.quiz.ids import Place
from bot.testing.chats import PaperChat
from bot.testing.days import MODERATORS, PLACE, Day


async def test_setting_up_a_new_place_asks_what_is_missing_first_and_then_makes_it_a_community(day: Day) -> None:
    day.chat.missing[PLACE] = ["Allow me to send messages here."]
    assert "Allow me to send messages here." in await day.note("ada", "setup", "daily 09:00 UTC", moderator=True)
    assert await day.world.agenda.communities() == ()
    day.chat.missing.clear()
    shown = await day.asks("ada", "setup", "daily 09:00 UTC", moderator=True)
    assert isinstance(shown, ScheduleView)
    assert [one.place for one in await day.world.agenda.communities()] == [PLACE]


async def test_a_schedule_says_what_is_missing_for_it_in_its_places_and_where_notes_go(day: Day) -> None:
    await day.begins()
    day.chat.missing[PLACE], day.chat.threads = ["Allow me to write."], ["Allow me threads."]
    day.chat.missing[MODERATORS] = ["Let me in."]
    alone = await day.asks("mo", "setup", "", moderator=True)
    assert isinstance(alone, ScheduleView)
    assert [alone.notes[0], alone.notes[-1]] == ["Allow me to write.", "Let me in."]
    changed = await day.asks("mo", "setup", "thread=yes", moderator=True)
    assert isinstance(changed, ScheduleView)
    assert changed.notes[:2] == ("Allow me to write.", "Allow me threads.")
    assert "thread=yes" in changed.schedule


class BusyChat(PaperChat):
    async def lacks(self, place: Place, *, thread: bool = False) -> list[str]:
        raise Busy(f"{place} says nothing just now ({thread}).", seconds=1)


async def test_a_chat_that_does_not_say_keeps_nobody_from_setting_up(day: Day) -> None:
    await day.begins()
    day.world.chats["paper"] = BusyChat()  # type: ignore[index]
    changed = await day.asks("mo", "setup", "open=2h", moderator=True)
    assert isinstance(changed, ScheduleView)
    assert "open=2h" in changed.schedule
    assert "says nothing just now" in changed.notes[0]
