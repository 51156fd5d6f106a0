"""Correcting a question after people answered it: shown first, done exactly as shown, and told to everybody once."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.core import words
from bot.core.announcing import counted, public_note, summary
from bot.core.corrections import Request, Rule, adjust, rekey, round_of, void
from bot.core.errands import Errand, ErrandKind, ErrandState
from bot.core.languages import explained, say, speaking
from bot.core.messages import Accept, Answer, Command, Note, Show, View
from bot.core.queueing import unjudged
from bot.core.reckoning import Reckoning, reckon
from bot.core.records import Act, Community, Correction
from bot.core.scorecards import CorrectionView
from bot.core.sending import send_due
from bot.core.world import World
from bot.quiz.errors import CorrectionMistake, JudgeTrouble

log = logging.getLogger(__name__)


async def propose(world: World, community: Community, deed: Command) -> Answer:
    """`rekey`, `void` or `adjust`: what it would change, and a code to confirm it with. Nothing is changed."""
    try:
        request = await _read(world, community, deed)
    except CorrectionMistake as mistake:
        return Show(Note(explained(mistake)))
    return Accept(partial(_preview, world, community, request))


async def confirm(world: World, community: Community, deed: Command) -> Answer:
    """`confirm CODE`: do what the preview of that code showed, unless the ledger says something else by now."""
    code = deed.text.strip().casefold()
    request = world.previews.of(community.id, code)
    if request is None:
        return Show(Note(say(words.NO_PREVIEW, code=code[:20] or "…")))
    return Accept(partial(_confirm, world, community, request, code, deed))


async def _read(world: World, community: Community, deed: Command) -> Request:
    one, rest = round_of(await world.agenda.rounds(community.id), deed.text.strip())
    match deed.name:
        case "void":
            return void(one, rest)
        case "adjust":
            return adjust(one, await world.corrections.people(community.id), rest)
        case _:
            question = world.bank.question(one.question)
            if question is None:
                raise CorrectionMistake(say(words.QUESTION_GONE))
            return rekey(one, question, rest)


async def _preview(world: World, community: Community, request: Request, *, stale: bool = False) -> View:
    try:
        found = await reckon(world, community, request)
    except CorrectionMistake as mistake:
        return Note(explained(mistake))
    except JudgeTrouble as trouble:
        return Note(say(words.CANNOT_REGRADE, trouble=unjudged(trouble)))
    if found.empty:
        return Note(say(words.NOTHING_CHANGES))
    world.previews.keep(community.id, found.code, request)
    return CorrectionView(
        what=summary(world, found), counted=explained(counted(found)), people=found.people, code=found.code, stale=stale
    )


async def _confirm(world: World, community: Community, request: Request, code: str, deed: Command) -> View:
    try:
        found = await reckon(world, community, request)
    except (CorrectionMistake, JudgeTrouble):
        return await _preview(world, community, request)
    errands = await _notes(world, community, found)
    done = found.code == code and await world.corrections.correct(
        await _correction(world, community, found, deed), then=errands
    )
    if not done:
        return await _preview(world, community, request, stale=True)
    world.previews.forget(community.id, code)
    if isinstance(request, Rule):
        await world.inbox.settle_reports(found.round.id)
    log.info(
        "ledger.corrected", extra={"community": community.id, "round": found.round.id, "changes": len(found.changes)}
    )
    await send_due(world, community=community.id)
    told = await _told(world, errands)
    return Note(say(words.CORRECTED if told else words.CORRECTED_UNTOLD, counted=counted(found)))


async def _correction(world: World, community: Community, found: Reckoning, deed: Command) -> Correction:
    member = await world.member(deed.who)
    act = Act(
        community=community.id,
        by=member.id,
        at=world.clock.now(),
        what=found.request.what,
        why=found.request.why,
        result=counted(found),
    )
    return Correction(
        act=act,
        round=found.round.id,
        was=found.round.ruling,
        ruling=found.ruling,
        key_hash=found.key_hash,
        settled=found.settled,
        changes=found.changes,
    )


async def _notes(world: World, community: Community, found: Reckoning) -> list[Errand]:
    """One note to everybody, under the question in each place; an answer shown already is shown as it is now."""
    with speaking(community.schedule.language):
        text = public_note(world, found)
    occasion = f"{found.round.key}:{found.code}:{len(await world.corrections.acts(community.id))}"
    first = Errand(
        community=community.id,
        occasion=occasion,
        kind=ErrandKind.CORRECT,
        due=world.clock.now(),
        round=found.round.id,
        text=text,
    )
    return [replace(first, seat=one.number) for one in community.seats]


async def _told(world: World, errands: Sequence[Errand]) -> bool:
    """Whether it stands in every place."""
    keys = {one.key for one in errands}
    known = await world.outbox.errands(errands[0].community, since=errands[0].due)
    return all(one.state is ErrandState.DONE for one in known if one.key in keys)
