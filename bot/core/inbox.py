"""`inbox`: what waits for moderators, each item with its evidence, and the list of it all."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial

from bot.core import deskwords, words
from bot.core.contributions import Flag, FlagKind, Suggestion
from bot.core.deciding import approve, ask, dismiss
from bot.core.desk import Item, Reported, called, item, name_of, names, waiting
from bot.core.evidence import reporters, reports_page, suggestion_page
from bot.core.flagging import flag_page, flag_row
from bot.core.itemising import analysis
from bot.core.languages import say
from bot.core.letters import title_of
from bot.core.messages import Answer, Command, Note, Show
from bot.core.pages import Action, Page, Row
from bot.core.records import Community
from bot.core.world import World
from bot.core.writing import edit_item, own_questions
from bot.quiz.ids import MemberId

LISTED = 11
_ACTS: Mapping[str, Callable[[World, Community, Command, Item, str], Awaitable[Answer]]] = {
    "approve": approve,
    "edit": edit_item,
    "ask": ask,
    "dismiss": dismiss,
}


async def inbox(world: World, deed: Command) -> Answer:
    """`inbox`, `inbox s12`, `inbox questions`, and `inbox approve|edit|ask|dismiss s12 …`; moderators only."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    word, _, rest = deed.text.strip().partition(" ")
    if not word:
        return Show(await _list(world, community))
    if word == "questions":
        return await own_questions(world, community)
    act = _ACTS.get(word)
    name, _, rest = rest.strip().partition(" ") if act else (word, "", rest)
    if not name:
        return Show(Note(say(deskwords.INBOX_USAGE)))
    found = await item(world, community, name)
    if found is None:
        return Show(Note(say(deskwords.NO_SUCH_ITEM, name=name[:20])))
    return await act(world, community, deed, found, rest.strip()) if act else await _look(world, community, found)


async def _look(world: World, community: Community, found: Item) -> Answer:
    known = await names(world, community)
    match found:
        case Suggestion():
            return Show(suggestion_page(world, community, found, called(known, found.author)))
        case Reported():
            return Show(await reports_page(world, community, found))
        case _:
            return Show(await flag_page(world, community, found, known))


async def _list(world: World, community: Community) -> Page:
    found = await waiting(world, community)
    own = Action(label=say(deskwords.OWN_QUESTIONS), name="inbox", text="questions")
    if not found:
        return Page(title=say(deskwords.INBOX_TITLE), text=say(deskwords.INBOX_EMPTY), actions=(own,))
    known = await names(world, community)
    broken = any(isinstance(one, Flag) and one.kind is FlagKind.BROKEN for one in found[:LISTED])
    analysed = await analysis(world, community) if broken else {}
    rounds = {one.id: one for one in await world.agenda.rounds(community.id)}
    flagged = partial(flag_row, world, rounds, analysed)
    rows = [_row(world, community, one, known, flagged) for one in found[:LISTED]]
    rows += [Row(text=say(deskwords.INBOX_MORE, more=len(found) - LISTED))] * (len(found) > LISTED)
    return Page(title=say(deskwords.INBOX_TITLE), text=_counts(found), rows=tuple(rows), actions=(own,))


def _counts(found: Iterable[Item]) -> str:
    kinds = Counter(name_of(one)[0] for one in found)
    return say(deskwords.INBOX_COUNTS, suggestions=kinds["s"], reports=kinds["r"], flags=kinds["f"])


def _row(
    world: World,
    community: Community,
    one: Item,
    known: Mapping[MemberId, str],
    flagged: Callable[[Flag], tuple[str, str]],
) -> Row:
    name = name_of(one)
    look = Action(label=say(deskwords.LOOK), name="inbox", text=name)
    match one:
        case Suggestion():
            text = say(deskwords.INBOX_SUGGESTION, name=name, title=title_of(one))
            day, state = community.schedule.local_date(one.at), say(deskwords.STATES[one.state.value])
            detail = say(deskwords.INBOX_SUGGESTION_BY, author=called(known, one.author), day=day, state=state)
        case Reported():
            text = say(deskwords.INBOX_REPORT, name=name, title=world.title_of(one.round), day=one.round.key)
            detail = reporters(deskwords.INBOX_REPORT_BY, one.reports)
        case _:
            text, detail = flagged(one)
    return Row(text=text, detail=detail, actions=(look,))
