import pytest

from bot.core.messages import Note
from bot.quiz.errors import Busy, Gone
from bot.quiz.ids import Place, Ref
from bot.testing.chats import PaperChat

HERE = Place("paper:here")


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
