from datetime import UTC, datetime

import pytest

from bot.clocks import SystemClock
from bot.core.messages import Note, View
from bot.core.ports import Chat, Clock
from bot.quiz.errors import Busy, Gone
from bot.quiz.ids import Place, Ref
from bot.testing.chat_contract import ChatContract
from bot.testing.chats import PaperChat
from bot.testing.clock_contract import ClockContract
from bot.testing.clocks import FakeClock

HERE = Place("paper:here")


class TestFakeClock(ClockContract):
    @pytest.fixture
    def clock(self) -> FakeClock:
        return FakeClock(datetime(2026, 11, 24, 9, tzinfo=UTC))

    async def reach(self, clock: Clock, moment: datetime) -> None:
        assert isinstance(clock, FakeClock)
        await clock.advance_to(moment)


class TestSystemClock(ClockContract):
    @pytest.fixture
    def clock(self) -> SystemClock:
        return SystemClock()


class TestPaperChat(ChatContract):
    @pytest.fixture
    def chat(self) -> PaperChat:
        return PaperChat()

    @pytest.fixture
    def place(self) -> Place:
        return HERE

    def shows(self, chat: Chat, view: View) -> int:
        assert isinstance(chat, PaperChat)
        return sum(post.view == view for post in chat.posts.values())


async def test_revising_what_was_never_published_says_it_is_gone() -> None:
    with pytest.raises(Gone):
        await PaperChat().revise(Ref("paper:nothing"), Note("news"))


@pytest.mark.parametrize(("before", "after", "arrived"), [(1, 0, 0), (0, 1, 1)])
async def test_a_paper_chat_fails_before_or_after_the_message_is_there(before: int, after: int, arrived: int) -> None:
    chat = PaperChat()
    chat.breaks_before, chat.breaks_after = before, after
    with pytest.raises(Busy):
        await chat.publish(HERE, Note("news"), key="a")
    assert len(chat.posts) == arrived
    await chat.publish(HERE, Note("news"), key="a")
    assert len(chat.posts) == 1
