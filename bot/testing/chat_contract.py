"""The law of Chat as tests. Subclass one and give it its fixtures: `class TestMine(LastingChatContract)`."""

import asyncio

import pytest

from bot.core.messages import Note
from bot.core.ports import Chat
from bot.quiz.ids import Address, Place
from bot.testing.platforms import Platform, Point


class ChatContract:
    """Every chat keeps these promises; `place` is a place it can publish in, `address` somebody who takes messages."""

    place = Place("console")
    address = Address("console:ada")

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

    async def test_a_place_it_can_publish_in_lacks_nothing(self, chat: Chat) -> None:
        assert list(await chat.lacks(self.place)) == []

    async def test_a_person_has_a_private_place_to_publish_in(self, chat: Chat) -> None:
        private = await chat.private(self.address)
        assert private == await chat.private(self.address)
        assert private != self.place
        first = await chat.publish(private, Note("one"), key="k:private")
        assert first == await chat.publish(private, Note("two"), key="k:private")

    async def test_somebody_who_is_among_the_people_of_a_place_is_present(self, chat: Chat) -> None:
        assert await chat.present(self.place, self.address)

    async def test_a_chat_says_whether_people_can_reach_it(self, chat: Chat) -> None:
        assert chat.ready() in {True, False}


class LastingChatContract(ChatContract):
    """A chat whose messages outlive the bot keeps these as well; `platform` is a test's hold on the other side."""

    @pytest.fixture
    def chat(self, platform: Platform) -> Chat:
        """The adapter of a bot that was just started."""
        return platform.chat()

    @pytest.mark.parametrize("point", Point)
    async def test_a_crash_around_a_publication_leads_to_one_message(self, platform: Platform, point: Point) -> None:
        platform.interrupt(point)
        with pytest.raises(BaseException):  # noqa: B017, PT011 - a crash may look like anything
            await platform.chat().publish(self.place, Note("one"), key="k")
        assert platform.count("k") == (point is not Point.BEFORE)
        first = await platform.chat().publish(self.place, Note("one"), key="k")
        again = await platform.chat().publish(self.place, Note("one"), key="k")
        assert first == again
        assert platform.count("k") == 1

    async def test_two_processes_that_publish_at_once_lead_to_one_message(self, platform: Platform) -> None:
        one, two = platform.chat(), platform.chat()
        refs = await asyncio.gather(*(chat.publish(self.place, Note("one"), key="k") for chat in (one, two)))
        assert refs[0] == refs[1]
        assert platform.count("k") == 1

    async def test_a_restarted_bot_revises_what_it_published_before(self, platform: Platform) -> None:
        ref = await platform.chat().publish(self.place, Note("question"), key="k")
        await platform.chat().revise(ref, Note("closed"))
        assert platform.count("k") == 1
