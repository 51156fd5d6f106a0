"""What waits for a community's moderators: suggestions, questions with reports, and what the bot noticed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.contributions import Flag, Report, Suggestion
from bot.core.deskwords import SOMEBODY
from bot.core.languages import say
from bot.core.records import Community, Round
from bot.core.world import World
from bot.quiz.ids import MemberId

_NAME = re.compile(r"([srf])(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A question that people say something is wrong with."""

    round: Round
    reports: tuple[Report, ...]
    """Those that no moderator dealt with, or all where none is left."""


Item = Suggestion | Reported | Flag


def name_of(item: Item) -> str:
    """How it is asked for: `s12`, `r7`, `f3`."""
    match item:
        case Suggestion():
            return f"s{item.id}"
        case Reported():
            return f"r{item.round.id}"
        case Flag():
            return f"f{item.id}"


async def waiting(world: World, community: Community) -> tuple[Item, ...]:
    """Everything that waits, the oldest first of each kind."""
    suggestions = [one for one in await world.inbox.suggestions(community.id) if one.state.open]
    reported = [one for one in await _reported(world, community) if not all(report.settled for report in one.reports)]
    flags = [one for one in await world.inbox.flags(community.id) if not one.settled]
    return (*suggestions, *reported, *flags)


async def item(world: World, community: Community, name: str) -> Item | None:
    """One by its name, also when it was decided; None when this community has none."""
    found = _NAME.fullmatch(name.strip())
    if found is None:
        return None
    known: list[Item]
    match found[1].casefold():
        case "s":
            known = [one for one in await world.inbox.suggestions(community.id) if not one.state.private]
        case "r":
            known = [*await _reported(world, community)]
        case _:
            known = [*await world.inbox.flags(community.id)]
    wanted = f"{found[1].casefold()}{int(found[2])}"
    return next((one for one in known if name_of(one) == wanted), None)


async def _reported(world: World, community: Community) -> list[Reported]:
    rounds = {one.id: one for one in await world.agenda.rounds(community.id)}
    reports = await world.inbox.reports(community.id)
    found = []
    for id_ in dict.fromkeys(report.round for report in reports):
        mine = tuple(report for report in reports if report.round == id_)
        left = tuple(report for report in mine if not report.settled)
        found.append(Reported(round=rounds[id_], reports=left or mine))
    return found


async def names(world: World, community: Community) -> Mapping[MemberId, str]:
    """What everybody is called who ever did something here."""
    return {one.id: one.name for one in await world.corrections.people(community.id)}


def called(known: Mapping[MemberId, str], member: MemberId) -> str:
    """One of them; who was erased is somebody."""
    return known.get(member, say(SOMEBODY))
