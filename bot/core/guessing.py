"""“I guessed”: a right answer that was luck comes back for review, and one that came back comes back sooner."""

from bot.core import ownwords
from bot.core.decks import Desk, desk_of, miss, study_day
from bot.core.languages import say
from bot.core.messages import REVIEW, Answer, Command, Note, Show
from bot.core.records import Entry, Member, Round
from bot.core.world import World
from bot.quiz.ids import RoundId
from bot.quiz.recalls import GUESSABLE, Rating, Recall


async def guessed(world: World, deed: Command) -> Answer:
    """`guessed` is about one's last right answer; `guessed review` about the last one in one's review."""
    member = await world.member(deed.who)
    async with world.turns.of(member.id):
        if deed.text.strip().casefold() == REVIEW:
            desk = await desk_of(world, member, deed.who, deed.place)
            recall = await _lower(world, desk, deed.round)
        else:
            recall = await _missed(world, deed, member)
        if recall is None:
            return Show(Note(say(ownwords.NOTHING_GUESSED)))
    sentence = ownwords.GUESSED_AGAIN if recall.before else ownwords.GUESSED
    return Show(Note(say(sentence, day=recall.memory.due)))


async def _lower(world: World, desk: Desk, id: RoundId | None) -> Recall | None:  # noqa: A002 - the noun's own word
    """Today's look, worth less."""
    today = [one.recall for one in desk.all if one.recall.memory.seen == desk.day and one.recall.before]
    found = [one for one in today if id in {None, one.round} and one.rating is not Rating.AGAIN]
    if not found:
        return None
    lowered = found[-1].lowered(Rating.HARD, world.spaced)
    await world.recalls.recall(desk.member.id, lowered)
    return lowered


async def _missed(world: World, deed: Command, member: Member) -> Recall | None:
    """A right answer to a question of the day; whether it is asked in review is decided once it is revealed."""
    community = await world.community_at(deed.place)
    if community is None:
        return None
    entries = await world.ledger.history(community.id, member.id)
    one = _answered(await world.agenda.rounds(community.id), entries, deed.round)
    question = world.question_of(one) if one else None
    if one is None or question is None or question.kind not in GUESSABLE:
        return None
    return await miss(world, member, one, Rating.HARD, study_day(world, deed.who, community))


def _answered(rounds: tuple[Round, ...], entries: tuple[Entry, ...], id: RoundId | None) -> Round | None:  # noqa: A002
    solved = [entry.round for entry in entries if entry.solved and id in {None, entry.round}]
    return next((one for one in rounds if solved and one.id == solved[-1]), None)
