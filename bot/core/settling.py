"""From an answer that was written down to one that is judged, graded, scored and in the ledger, once each."""

import logging
from collections.abc import Sequence
from datetime import datetime

from bot.core.asking import Asked, as_it_is_now
from bot.core.records import Community, Entry, Help, HelpKind, Settlement
from bot.core.verdicts import verdict_on
from bot.core.world import World
from bot.quiz.errors import JudgeTrouble
from bot.quiz.regrading import void_line
from bot.quiz.rulings import Voided
from bot.quiz.scoring import Attempt, Rule, ScoreLine, score
from bot.quiz.verdicts import Outcome, Verdict

log = logging.getLogger(__name__)


async def recover(world: World) -> int:
    """Settle what was written down and never was, because a judge or the bot died. Returns how many."""
    waiting = await world.ledger.unsettled(world.clock.now())
    if not waiting:
        return 0
    places = {
        one.id: (community, one)
        for community in await world.agenda.communities()
        for one in await world.agenda.rounds(community.id)
    }
    settled = 0
    for entry in waiting:
        community, one = places[entry.round]
        question = world.question_of(one)
        if question is None:
            log.warning("submission.unjudgeable", extra={"submission": entry.id, "question": one.question})
            continue
        settled += await _recovered(world, Asked(community=community, round=one, question=question), entry)
    return settled


async def _recovered(world: World, asked: Asked, entry: Entry) -> bool:
    try:
        async with world.turns.of(entry.member):
            await settle(world, asked, entry)
    except JudgeTrouble as trouble:
        log.warning("judge.away", extra={"submission": entry.id, "trouble": str(trouble)})
        return False
    except ValueError:  # the bank has another kind of question by that id now; that must not stop the bot
        log.warning("submission.unjudgeable", extra={"submission": entry.id, "question": asked.question.id})
        return False
    return True


async def settle(world: World, asked: Asked, entry: Entry) -> Entry:
    """Judge, grade and score one entry, and those of the same person and round that came before it and still wait.

    In the order in which they came, so that a correction later finds every try at the same place. Call it inside the
    member's turn.

    Raises:
        JudgeTrouble: the entry stays pending.
    """
    if entry.settlement is not None:
        return entry
    here = [one for one in await world.ledger.history(asked.community.id, entry.member) if one.round == entry.round]
    for earlier in here[: [one.id for one in here].index(entry.id)]:
        await _settle(world, asked, earlier)
    return await _settle(world, asked, entry)


async def _settle(world: World, asked: Asked, entry: Entry) -> Entry:
    if entry.settlement is not None:
        return entry
    verdict = await verdict_on(world, asked.question, entry.answer, community=asked.community.id, member=entry.member)
    settlement = await _scored(world, asked, entry, verdict)
    settled = await world.ledger.settle(entry.id, settlement, ruling=asked.round.ruling)
    if settled.settlement is None:  # a moderator ruled on the question while its answer was judged
        return await _settle(world, await as_it_is_now(world, asked), entry)
    log.info(
        "answer.settled", extra={"submission": entry.id, "outcome": str(verdict.outcome), "points": settled.points}
    )
    return settled


async def _scored(world: World, asked: Asked, entry: Entry, verdict: Verdict) -> Settlement:
    mine = await world.ledger.history(asked.community.id, entry.member)
    here = [one for one in mine if one.round == entry.round and one.settlement is not None]
    hints, revealed = helped(await world.ledger.helps(entry.round, entry.member), entry.at)
    attempt = Attempt(
        number=1 + sum(graded(one) for one in here),
        right=verdict.right,
        hints=hints,
        revealed=revealed,
        late=entry.late,
        solved=any(one.solved for one in here),
        took_part_today=_took_part(asked.community, mine, entry),
    )
    ruling = asked.round.ruling
    if isinstance(ruling, Voided):
        lines: tuple[ScoreLine, ...] = (void_line(asked.question, ruling.credit, first=not here),)
    else:
        lines = score(asked.question, attempt)
    return Settlement(verdict=verdict, lines=lines, attempt=attempt.number)


def helped(helps: Sequence[Help], until: datetime) -> tuple[int, bool]:
    """How many hints somebody had seen at a moment, and whether the answer itself."""
    seen = [one.kind for one in helps if one.at <= until]
    return seen.count(HelpKind.HINT), HelpKind.ANSWER in seen


def graded(entry: Entry) -> bool:
    """Whether it counts as a try: words that nobody graded yet do not."""
    return entry.settlement is not None and entry.settlement.verdict.outcome is not Outcome.WRITTEN


def _took_part(community: Community, mine: Sequence[Entry], entry: Entry) -> bool:
    """Whether the day's point for taking part was earned already, in the community's own day."""
    day = community.schedule.local_date(entry.at)
    return any(
        community.schedule.local_date(one.at) == day
        and one.settlement is not None
        and any(line.rule is Rule.PARTICIPATION for line in one.settlement.lines)
        for one in mine
    )
