"""`suggest`: a question by a learner, read and executed at once, and seen by nobody but its author and moderators."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.core import deskwords, words
from bot.core.checking import Draft, as_filled, checked, keep, readable
from bot.core.composing import fits, form, told
from bot.core.contributions import Reading, Suggestion, SuggestionState
from bot.core.desk import name_of
from bot.core.languages import say
from bot.core.letters import title_of
from bot.core.messages import Accept, Answer, Command, Correct, Fill, Filled, Note, Show, View
from bot.core.noting import note
from bot.core.pages import Action, Page, Row, Style
from bot.core.records import Community, Member
from bot.core.world import World
from bot.quiz.ids import SuggestionId
from bot.quiz.sentences import Sentence

MOST_WAITING = 10
"""Suggestions of one person that wait for somebody."""
LISTED = 12
_NUMBER = re.compile(r"s?(\d{1,9})", re.IGNORECASE)


async def suggest(world: World, deed: Command) -> Answer:
    """`suggest`: a form; with a message behind it, filled in from that; `mine`, `s12`, `credit s12`, `withdraw s12`."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    member = await world.member(deed.who)
    word, _, rest = deed.text.strip().partition(" ")
    if word == "mine" and not rest:
        return Show(await _mine(world, community, member))
    if word in _WITH_NUMBER and number(rest):
        return await _of_one(world, community, member, rest, _WITH_NUMBER[word])
    if number(deed.text):
        return await _of_one(world, community, member, deed.text, _again)
    values = world.workshop.begin(deed.text) if deed.text.strip() else {}
    if fits(values):
        return Fill(form("suggest", say(deskwords.SUGGEST_TITLE), values))
    return await suggested(world, as_filled(deed, deed.text, form="suggest", about="", values=values))


async def suggested(world: World, deed: Filled) -> Answer:
    """The form came back: what cannot be read keeps it open, the rest is executed as the `then`."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    member = await world.member(deed.who)
    before = None
    if deed.about:
        before = await own(world, community, member, deed.about)
        if before is None or not _changeable(before):
            return Correct(say(deskwords.NOT_YOURS, name=deed.about[:20]))
    if isinstance(read := readable(world, deed.values), str):
        return Correct(read)
    if refusal := await _refusal(world, community, member, before):
        return Correct(refusal)
    return Accept(partial(_take, world, community, member, deed, read, before))


async def _take(
    world: World, community: Community, member: Member, deed: Filled, read: Reading, before: Suggestion | None
) -> View:
    draft = Draft(community=community, author=member.id, values=deed.values, reading=read, event=deed.id, before=before)
    found = await checked(world, draft)
    kept = await keep(world, found.suggestion)
    if kept is None:
        return Note(say(deskwords.CHANGED_MEANWHILE))
    if kept.state is SuggestionState.WAITING:
        today = community.schedule.local_date(world.clock.now())
        told_ = Sentence(deskwords.SUGGESTED_NOTE)
        await world.outbox.add(note(community, f"suggested-{today}", told_, now=world.clock.now()))
    return await outcome(world, community, kept, found.trouble)


async def outcome(world: World, community: Community, one: Suggestion, trouble: str = "") -> Page:
    """What became of a suggestion, for its author."""
    found, draft = one.findings, one.state is SuggestionState.DRAFT
    rows = [Row(text=sentence) for sentence in told(found.mistakes)]
    rows += [Row(text=await _twin(world, community, one))] * bool(found.twins)
    title = say(deskwords.NOT_YET if draft else deskwords.SUGGESTED, id=name_of(one))
    return Page(title=title, text=_said(one, trouble), rows=tuple(rows), actions=_actions(one))


def _said(one: Suggestion, trouble: str) -> str:
    found = one.findings
    if trouble:
        return say(deskwords.CANNOT_PROVE, trouble=trouble)
    versions = ", ".join(found.versions)
    if found.mistakes:
        return say(deskwords.NOT_PROVED, versions=versions)
    proof = say(deskwords.PROVED, versions=versions) if found.proved else say(deskwords.EXECUTED)
    return f"{proof} {say(deskwords.IT_WAITS)}"


async def _twin(world: World, community: Community, one: Suggestion) -> str:
    """A question that nobody was asked yet is not told by name."""
    asked = {known.question for known in await world.agenda.rounds(community.id) if known.ref and known.state.over}
    seen = [world.bank.question(twin.question) for twin in one.findings.twins if twin.question in asked]
    title = next((question.title for question in seen if question), "")
    return say(deskwords.TWIN_SEEN, title=title) if title else say(deskwords.TWIN_UNSEEN)


def _actions(one: Suggestion) -> tuple[Action, ...]:
    name = name_of(one)
    first = Style.PRIMARY if one.state is SuggestionState.DRAFT else Style.PLAIN
    credit = say(deskwords.DO_NOT_NAME_ME if one.credit else deskwords.NAME_ME)
    return (
        Action(label=say(deskwords.CHANGE), name="suggest", text=name, style=first),
        Action(label=credit, name="suggest", text=f"credit {name}"),
        Action(label=say(deskwords.WITHDRAW), name="suggest", text=f"withdraw {name}", style=Style.DANGER),
    )


async def _refusal(world: World, community: Community, member: Member, before: Suggestion | None) -> str | None:
    if before is None:
        mine = [one for one in await world.inbox.suggestions(community.id) if one.author == member.id]
        if sum(map(_changeable, mine)) >= MOST_WAITING:
            return say(deskwords.TOO_MANY_WAIT, most=MOST_WAITING)
    return world.suggesting.refusal(community.id, member.id, world.clock.now())


async def _mine(world: World, community: Community, member: Member) -> View:
    mine = [one for one in await world.inbox.suggestions(community.id) if one.author == member.id]
    if not mine:
        return Note(say(deskwords.NONE_YET))
    return Page(title=say(deskwords.MINE_TITLE), rows=tuple(map(_row, reversed(mine[-LISTED:]))))


def _row(one: Suggestion) -> Row:
    look = Action(label=say(deskwords.CHANGE), name="suggest", text=name_of(one))
    state = say(deskwords.STATES[one.state.value])
    return Row(text=f"{name_of(one)}: {title_of(one)}", detail=state, actions=(look,) * _changeable(one))


Act = Callable[[World, Suggestion], Awaitable[Answer]]


async def _of_one(world: World, community: Community, member: Member, text: str, act: Act) -> Answer:
    one = await own(world, community, member, text)
    return await act(world, one) if one else Show(Note(say(deskwords.NOT_YOURS, name=text.strip()[:20])))


async def _again(_world: World, one: Suggestion) -> Answer:
    if not _changeable(one):
        return Show(Note(say(deskwords.DECIDED, id=name_of(one))))
    if not fits(one.values):
        return Show(Note(say(deskwords.SUGGEST_TOO_LONG)))
    return Fill(form("suggest", say(deskwords.SUGGEST_TITLE), one.values, about=name_of(one)))


async def _credit(world: World, one: Suggestion) -> Answer:
    kept = await world.inbox.amend(replace(one, credit=not one.credit))
    if kept is None:
        return Show(Note(say(deskwords.CHANGED_MEANWHILE)))
    return Show(Note(say(deskwords.CREDITED if kept.credit else deskwords.UNCREDITED)))


async def _withdraw(world: World, one: Suggestion) -> Answer:
    if not _changeable(one):
        return Show(Note(say(deskwords.DECIDED, id=name_of(one))))
    kept = await world.inbox.amend(replace(one, state=SuggestionState.WITHDRAWN))
    return Show(Note(say(deskwords.WITHDRAWN if kept else deskwords.CHANGED_MEANWHILE, id=name_of(one))))


_WITH_NUMBER: Mapping[str, Act] = {"credit": _credit, "withdraw": _withdraw}


def _changeable(one: Suggestion) -> bool:
    return one.state.open or one.state is SuggestionState.DRAFT


async def own(world: World, community: Community, member: Member, text: str) -> Suggestion | None:
    """A suggestion of somebody's own by its number; that of another one is not even known to exist."""
    one = await world.inbox.suggestion(number(text))
    mine = one is not None and (one.community, one.author) == (community.id, member.id)
    return one if mine else None


def number(text: str) -> SuggestionId:
    """`s12` as its number; 0 where it is none."""
    found = _NUMBER.fullmatch(text.strip())
    return SuggestionId(int(found[1]) if found else 0)
