"""The law of Chat as tests. Subclass it and give it a `chat`: `class TestMine(ChatContract)`."""

from bot.core.messages import Note
from bot.core.ports import Chat
from bot.quiz.ids import Place


class ChatContract:
    """Every chat keeps these promises; `place` is a place it can publish in."""

    place = Place("console")

    async def test_a_key_names_one_message_for_ever(self, chat: Chat) -> None:
        first = await chat.publish(self.place, Note("one"), key="k")
        again = await chat.publish(self.place, Note("two"), key="k")
        other = await chat.publish(self.place, Note("one"), key="l")
        assert first == again
        assert first != other

    async def test_a_message_can_be_published_under_another_and_revised(self, chat: Chat) -> None:
        above = await chat.publish(self.place, Note("question"), key="k")
        below = await chat.publish(self.place, Note("answer"), key="k:reveal", under=above)
        await chat.revise(above, Note("closed"))
        await chat.revise(above, Note("closed"))
        assert above != below

    async def test_a_chat_says_whether_people_can_reach_it(self, chat: Chat) -> None:
        assert chat.ready() in {True, False}
