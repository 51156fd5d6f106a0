"""Sentences for moderators: written down with what they are about, published once, and kept where nobody can post."""

from datetime import datetime

from bot.core import words
from bot.core.errands import Errand, ErrandKind, ErrandState, at_seat
from bot.core.languages import explained, say, speaking
from bot.core.messages import Note
from bot.core.records import Community, Seat
from bot.core.world import World
from bot.quiz.errors import Busy, ChatTrouble
from bot.quiz.ids import Place
from bot.quiz.sentences import Sentence


def note(community: Community, occasion: str, said: Sentence, *, now: datetime) -> Errand:
    """A sentence to be told once an occasion, in the community's language whoever caused it."""
    with speaking(community.schedule.language):
        text = explained(said)
    return Errand(community=community.id, occasion=occasion, kind=ErrandKind.NOTE, due=now, text=text)


async def tell(world: World, community: Community, errand: Errand) -> None:
    """Publish a note where moderators are told, or else in the first of the community's places that can be reached.

    Raises:
        ChatTrouble: the first one's, when none of them can.
    """
    told = Note(say(words.TO_MODERATORS, text=errand.text))
    own = community.schedule.tell
    seats = (Seat(number=0, place=Place(own)),) if own else community.seats
    troubles: list[ChatTrouble] = []
    for seat in seats:
        try:
            await world.chat_at(seat.place).publish(seat.place, told, key=f"{errand.key}{at_seat(seat.number)}")
        except Busy:
            raise
        except ChatTrouble as trouble:
            troubles.append(trouble)
        else:
            return
    raise troubles[0]


async def untold(world: World, community: Community, *, since: datetime) -> tuple[str, ...]:
    """Notes that could not be published where they belong, oldest first."""
    errands = await world.outbox.errands(community.id, since=since)
    return tuple(one.text for one in errands if (one.kind, one.state) == (ErrandKind.NOTE, ErrandState.SKIPPED))
