"""One person at several addresses: a code told at one of them and said at another, what it does shown first.

Whoever asked for the code has shown so that the one address is theirs, and whoever says it and confirms, the other.
"""

import logging
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import partial

from bot.core import unionwords
from bot.core.codes import MINUTES
from bot.core.languages import explained, say
from bot.core.messages import Accept, Answer, Command, Note, Show, View
from bot.core.pages import Action, Page, Row, Style
from bot.core.records import Act, Member, Union
from bot.core.uniting import Joint, Uniting, reckon_union
from bot.core.world import World
from bot.quiz.errors import CodeMistake
from bot.quiz.ids import chat_of
from bot.quiz.sentences import Sentence

log = logging.getLogger(__name__)

YES = "yes"
ROWS = 10


async def link(world: World, deed: Command) -> Answer:
    """`link` gives a code; `link CODE` shows what it does, `link CODE yes` does it."""
    now = world.clock.now()
    code, yes = _read(deed.text)
    if not code:
        member = await world.member(deed.who)
        log.info("link.offered", extra={"member": member.id})
        told = world.links.give(deed.who.address, now)
        return Show(Note(say(unionwords.LINK_CODE, code=told, minutes=MINUTES)))
    try:
        giver = world.links.meant(code, deed.who.address, now)
    except CodeMistake as mistake:
        return Show(Note(explained(mistake)))
    into = await world.identities.known(giver)
    if into is None:  # erased since
        return Show(Note(say(unionwords.NO_SUCH_CODE, minutes=MINUTES)))
    other = await world.member(deed.who)
    if other.id == into.id:
        return Show(Note(say(unionwords.LINKED_ALREADY, addresses=await _addresses(world, into))))
    return Accept(partial(_unite if yes else _preview, world, into, other, code))


async def unlink(world: World, deed: Command) -> Answer:
    """`unlink` says what it means for the address it is said at; `unlink yes` does it."""
    member = await world.identities.known(deed.who.address)
    others = [one for one in await world.identities.addresses(member.id) if one != deed.who.address] if member else []
    if not others:
        return Show(Note(say(unionwords.NOTHING_LINKED)))
    told = {"address": deed.who.address, "others": ", ".join(others)}
    if deed.text.strip().casefold() != YES:
        act = Action(label=say(unionwords.UNLINK_DO), name="unlink", text=YES, style=Style.DANGER)
        return Show(Page(title=say(unionwords.UNLINK_TITLE), text=say(unionwords.UNLINK_ASKED, **told), actions=(act,)))
    await world.identities.part(deed.who.address)
    await _stay_muted(world, deed, member)
    log.info("person.parted")
    return Show(Note(say(unionwords.UNLINKED, **told)))


async def _stay_muted(world: World, deed: Command, before: Member | None) -> None:
    """Who begins anew is still who moderators took off their boards."""
    for community in await world.agenda.communities():
        for one in await world.inbox.muted(community.id):
            if before is not None and one.member == before.id:
                await world.inbox.mute(replace(one, member=(await world.member(deed.who)).id))


def _read(text: str) -> tuple[str, bool]:
    parts = text.split()
    yes = parts[-1:] != [] and parts[-1].casefold() == YES
    return " ".join(parts[:-1] if yes else parts), yes


async def _preview(world: World, into: Member, other: Member, code: str) -> View:
    return await _shown(world, await reckon_union(world, into, other), code)


async def _shown(world: World, found: Uniting, code: str, *, stale: bool = False) -> View:
    """What it will do. Nothing is changed yet."""
    text = say(
        unionwords.LINK_TEXT,
        other=await _addresses(world, found.other),
        into=await _addresses(world, found.into),
        name=found.into.alias or found.other.alias or found.into.name,
    )
    if found.into.hidden or found.other.hidden:
        text += "\n" + say(unionwords.LINK_HIDDEN)
    act = Action(label=say(unionwords.LINK_DO), name="link", text=f"{code} {YES}", style=Style.PRIMARY)
    return Page(
        title=say(unionwords.LINK_TITLE),
        text=f"{say(unionwords.LINK_STALE)}\n{text}" if stale else text,
        rows=tuple(map(_row, found.joints[:ROWS])),
        actions=(act,),
    )


def _row(joint: Joint) -> Row:
    mine, theirs, both = joint.points
    streaks = [one.current for one in joint.streaks]
    counts = say(unionwords.LINK_TWICE, twice=joint.twice) if joint.twice else ""
    chats = sorted({chat_of(place) for place in joint.community.places})
    return Row(
        text=say(
            unionwords.LINK_ROW,
            chats=" + ".join(chats),
            mine=mine,
            theirs=theirs,
            both=both,
            streaks=f"{streaks[0]}, {streaks[1]} → {streaks[2]}",
        ),
        detail=counts,
    )


async def _unite(world: World, into: Member, other: Member, code: str) -> View:
    async with AsyncExitStack() as turns:
        for member in sorted((into.id, other.id)):  # nobody's answer is half of one person and half of another
            await turns.enter_async_context(world.turns.of(member))
        found = await reckon_union(world, into, other)
        if not await world.identities.unite(_union(world, found), now=world.clock.now()):
            return await _shown(world, await reckon_union(world, into, other), code, stale=True)
    world.links.use(code)
    log.info("person.united", extra={"changes": len(found.changes)})
    return Note(say(unionwords.LINKED, addresses=await _addresses(world, into)))


def _union(world: World, found: Uniting) -> Union:
    acts = [
        Act(
            community=joint.community.id,
            by=found.into.id,
            at=world.clock.now(),
            what="link",
            result=Sentence(unionwords.LINK_RESULT, twice=joint.twice),
        )
        for joint in found.joints
        if joint.changes
    ]
    return Union(
        into=found.into.id, other=found.other.id, settled=found.settled, changes=found.changes, acts=tuple(acts)
    )


async def _addresses(world: World, member: Member) -> str:
    return ", ".join(await world.identities.addresses(member.id))
