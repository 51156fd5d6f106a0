"""A community in several places: moderators of one invite, those of the other join with the code they were told."""

from contextlib import suppress

from bot.core import unionwords, words
from bot.core.auditing import record
from bot.core.codes import MINUTES
from bot.core.errands import ErrandKind, ErrandState
from bot.core.failing import LAST_TRY
from bot.core.languages import explained, say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.posting import asking
from bot.core.records import Community, Round, RoundState
from bot.core.revealing import show_card, show_closed
from bot.core.sending import send_due
from bot.core.world import World
from bot.quiz.errors import ChatTrouble, CodeMistake
from bot.quiz.ids import Place
from bot.quiz.sentences import Sentence
from bot.quiz.setups import spelled


async def invite(world: World, community: Community, deed: Command) -> Answer:  # noqa: ARG001 - as all commands
    """`invite`: a code with which another place becomes one of this community's."""
    code = world.invitations.give(community.id, world.clock.now())
    return Show(Note(say(unionwords.INVITED, code=code, minutes=MINUTES)))


async def join(world: World, deed: Command) -> Answer:
    """`join CODE`: this place becomes one of the community's that the code was told in."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    code, now = deed.text, world.clock.now()
    if not code.strip():
        return Show(Note(say(unionwords.WHICH_CODE)))
    try:
        host = await world.community(world.invitations.meant(code, deed.who.address, now))
    except CodeMistake as mistake:
        return Show(Note(explained(mistake)))
    if refusal := await _refusal(world, host, deed.place):
        return Show(Note(refusal))
    world.invitations.use(code)
    async with world.edits:
        joined = await world.places.join(host.id, deed.place, now=now)
    await record(world, joined, _about(deed, deed.place), spelled(joined.schedule))
    await _catch_up(world, joined, deed.place)
    others = ", ".join(one for one in joined.places if one != deed.place)
    return Show(Note(say(unionwords.JOINED, places=others, schedule=spelled(joined.schedule))))


async def leave(world: World, community: Community, deed: Command) -> Answer:
    """`leave [PLACE]`: this place, or another one of the community, belongs to it no more."""
    place = Place(deed.text.strip() or deed.place)
    if place not in community.places:
        return Show(Note(say(unionwords.NO_SUCH_PLACE, place=place[:80], places=", ".join(community.places))))
    if len(community.places) == 1:
        return Show(Note(say(unionwords.ONLY_PLACE)))
    one = await world.latest(community, RoundState.OPEN)
    if one is not None:
        with suppress(ChatTrouble):  # it may be gone, and that is why it leaves
            await show_closed(world, community, one, place)
    async with world.edits:
        await world.places.leave(place, now=world.clock.now())
    left = await world.community(community.id)
    said = Sentence(unionwords.LEFT, place=place, places=", ".join(left.places))
    await record(world, left, _about(deed, place), said)
    return Show(Note(explained(said)))


async def _refusal(world: World, host: Community, place: Place) -> str | None:
    if place in host.places:
        return say(unionwords.ALREADY_HERE)
    own = next((one for one in await world.agenda.communities() if place in one.places), None)
    if own is not None and (len(own.places) > 1 or await _has_asked(world, own)):
        return say(unionwords.HAS_ITS_OWN)
    if lacks := await world.chat_at(place).lacks(place):
        return "\n".join([say(words.NOT_ALLOWED), *lacks])
    return None


async def _has_asked(world: World, community: Community) -> bool:
    return any(one.state is not RoundState.PLANNED for one in await world.agenda.rounds(community.id))


async def _catch_up(world: World, community: Community, place: Place) -> None:
    """What is open, or is to be asked just now, is asked in the new place as well."""
    seat = community.seat_of(place)
    for one in await _running(world, community):
        await world.outbox.add(asking(community, one, seat))
        if place in await world.places.posts(one.id):  # it was here before: its card is open again
            with suppress(ChatTrouble):
                await show_card(world, community, one, place)
    await send_due(world, community=community.id)


async def _running(world: World, community: Community) -> list[Round]:
    errands = await world.outbox.errands(community.id, since=world.clock.now() - LAST_TRY)
    asked_now = {
        one.occasion
        for one in errands
        if one.kind is ErrandKind.OPEN and one.state in (ErrandState.DUE, ErrandState.SENDING)
    }
    rounds = await world.agenda.rounds(community.id)
    return [one for one in rounds if one.state is RoundState.OPEN or one.key in asked_now]


def _about(deed: Command, place: Place) -> Command:
    """As the log keeps it: the place, not the code."""
    return Command(who=deed.who, place=deed.place, name=deed.name, text=str(place))
