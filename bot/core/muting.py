"""`mute` and `unmute`: somebody plays on without being on a board, by a person's decision and with a reason."""

import re

from bot.core import deskwords, words
from bot.core.auditing import record
from bot.core.contributions import Mute
from bot.core.corrections import called as found_by
from bot.core.forms import Field, Form
from bot.core.languages import explained, say
from bot.core.messages import Answer, Command, Correct, Fill, Filled, Note, Show
from bot.core.records import Community, Member
from bot.core.world import World
from bot.quiz.cleaning import one_line
from bot.quiz.errors import CorrectionMistake

REASON_CHARS = 200
_WHO = re.compile(r"(?:#(?P<number>\d{1,9})|(?P<name>\S+))(?:\s+(?P<why>.*))?", re.DOTALL)


async def mute(world: World, deed: Command) -> Answer:
    """`mute NAME REASON`, `unmute NAME`; `mute` alone lists who is muted. Moderators only."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    said = _WHO.fullmatch(deed.text.strip())
    people = await world.corrections.people(community.id)
    if said is None:
        return Show(Note(await _listed(world, community, people)))
    try:
        member = _meant(people, said)
    except CorrectionMistake as mistake:
        return Show(Note(explained(mistake)))
    why = _reason(said["why"] or "")
    if deed.name == "unmute":
        return await _unmute(world, community, deed, member)
    return await _mute(world, community, deed, member, why) if why else Fill(_form(member))


async def muted(world: World, deed: Filled) -> Answer:
    """The reason came back in a form."""
    command = Command(who=deed.who, place=deed.place, name="mute", text=f"{deed.about} {deed.values.get('text', '')}")
    if not _reason(deed.values.get("text", "")):
        return Correct(say(deskwords.MUTE_USAGE))
    return await mute(world, command)


async def why_muted(world: World, community: Community, member: Member) -> str:
    """What somebody is told who is muted; empty for everybody else."""
    found = next((one for one in await world.inbox.muted(community.id) if one.member == member.id), None)
    return say(deskwords.YOU_ARE_MUTED, reason=found.reason) if found else ""


async def _mute(world: World, community: Community, deed: Command, member: Member, why: str) -> Answer:
    await world.inbox.mute(Mute(community=community.id, member=member.id, at=world.clock.now(), reason=why))
    result = say(deskwords.MUTED_NOW, name=member.name)
    await _recorded(world, community, deed, member, why)
    return Show(Note(result))


async def _unmute(world: World, community: Community, deed: Command, member: Member) -> Answer:
    if not await world.inbox.unmute(community.id, member.id):
        return Show(Note(say(deskwords.NOT_MUTED, name=member.name)))
    await _recorded(world, community, deed, member, "")
    return Show(Note(say(deskwords.UNMUTED_NOW, name=member.name)))


async def _recorded(world: World, community: Community, deed: Command, member: Member, why: str) -> None:
    """The log keeps the number, not the name: it stays when somebody is erased."""
    told = Command(who=deed.who, place=deed.place, name=deed.name, text=f"#{member.id}")
    await record(world, community, told, "", why=why)


async def _listed(world: World, community: Community, people: tuple[Member, ...]) -> str:
    names = {one.id: one.name for one in people}
    found = await world.inbox.muted(community.id)
    if not found:
        return say(deskwords.NOBODY_MUTED) + " " + say(deskwords.MUTE_USAGE)
    rows = [f"{names.get(one.member, '…')}: {one.reason}" for one in found]
    return "\n".join([say(deskwords.MUTED_LIST), *rows])


def _meant(people: tuple[Member, ...], said: re.Match[str]) -> Member:
    if said["number"] is not None:
        known = next((one for one in people if one.id == int(said["number"])), None)
        if known is not None:
            return known
    return found_by(people, said["name"] or f"#{said['number']}")


def _reason(text: str) -> str:
    return one_line(text, chars=REASON_CHARS, lines=3)


def _form(member: Member) -> Form:
    field = Field(name="text", label=say(deskwords.MUTE_FIELD), lines=True, most=REASON_CHARS)
    return Form(name="mute", title=say(deskwords.MUTE_TITLE), fields=(field,), about=f"#{member.id}")
