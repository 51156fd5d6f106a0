"""What the bot notices when a question is over: answers that are alike, and a question that may be broken.

Evidence for moderators, never a verdict: nothing follows from it by itself.
"""

import asyncio
from collections.abc import Mapping

from bot.core import deskwords
from bot.core.contributions import Flag, FlagKind
from bot.core.itemising import item_of
from bot.core.noting import note
from bot.core.records import Community, Entry, Round
from bot.core.world import World
from bot.quiz.answers import Code
from bot.quiz.ids import MemberId
from bot.quiz.likeness import Pair, similar
from bot.quiz.rulings import Voided
from bot.quiz.sentences import Sentence
from bot.quiz.tasks import Coding

MOST_PAIRS = 10
"""Of one question: what a whole room shares was told to the whole room."""


async def notice(world: World, community: Community, one: Round) -> None:
    """Look at a round that is over, write down what is noticed, and tell moderators once."""
    if isinstance(one.ruling, Voided):
        return
    flags = [*await _alike(world, community, one), *await _broken(world, community, one)]
    if flags and await world.inbox.flag(*flags):
        said = Sentence(deskwords.NOTICED_NOTE, title=world.title_of(one), day=one.key)
        await world.outbox.add(note(community, f"noticed-{one.key}", said, now=world.clock.now()))


async def _alike(world: World, community: Community, one: Round) -> list[Flag]:
    question = world.question_of(one)
    if question is None or not isinstance(question.task, Coding):
        return []
    sources = right_code(await world.ledger.history(community.id, round=one.id))
    pairs = await asyncio.to_thread(similar, sources, given=question.task.given)
    return [_flag(world, community, one, pair) for pair in pairs[:MOST_PAIRS]]


def right_code(entries: tuple[Entry, ...]) -> Mapping[MemberId, str]:
    """The first right answer of each person, in code."""
    found: dict[MemberId, str] = {}
    for entry in entries:
        if entry.solved and isinstance(entry.answer, Code) and entry.answer.source:
            found.setdefault(entry.member, entry.answer.source)
    return found


def _flag(world: World, community: Community, one: Round, pair: Pair[MemberId]) -> Flag:
    a, b = sorted(pair.who)
    return Flag(
        community=community.id,
        kind=FlagKind.SIMILAR,
        subject=f"{one.id}:{a}:{b}",
        round=one.id,
        at=world.clock.now(),
        members=(a, b),
        share=pair.share,
    )


async def _broken(world: World, community: Community, one: Round) -> list[Flag]:
    found = await item_of(world, community, one)
    if found is None or not any(finding.severe for finding in found.findings):
        return []
    subject = f"{one.question}:{one.key_hash}"
    flag = Flag(community=community.id, kind=FlagKind.BROKEN, subject=subject, round=one.id, at=world.clock.now())
    return [flag]
