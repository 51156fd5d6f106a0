"""`new` and `edit`: moderators write questions themselves, checked like everybody's."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bot.core import deskwords, words
from bot.core.auditing import record
from bot.core.checking import Draft, as_filled, checked, keep, readable
from bot.core.composing import fits, form, told
from bot.core.contributions import FILE, OWN, Reading, Suggestion, SuggestionState
from bot.core.desk import Item, name_of
from bot.core.languages import explained, say
from bot.core.letters import title_of
from bot.core.messages import Accept, Answer, Command, Correct, Fill, Filled, Note, Show, View
from bot.core.pages import Action, Page, Row
from bot.core.pooling import stock
from bot.core.records import Community, Member
from bot.core.suggesting import number
from bot.core.world import World
from bot.quiz.ids import QuestionId, SuggestionId
from bot.quiz.sentences import Sentence
from bot.quiz.spelling import meant

NEW, AMEND = "new", "amend"
LISTED = 12


async def write(world: World, deed: Command) -> Answer:
    """`new`: a form, or a message or file behind it; `edit ID`: the same for a question of the community's own."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    if deed.name == NEW:
        return await _open(world, community, deed, None, deed.text)
    name, _, rest = deed.text.strip().partition(" ")
    name, _, more = name.partition("\n")
    one = await _named(world, community, name)
    if isinstance(one, str):
        return Show(Note(one))
    return await _open(world, community, deed, one, f"{rest}\n{more}".strip())


async def edit_item(world: World, community: Community, deed: Command, found: Item, text: str) -> Answer:
    """`inbox edit s12`."""
    if not isinstance(found, Suggestion):
        return Show(Note(say(deskwords.INBOX_USAGE)))
    refusal = await _refusal(world, community, found)
    return Show(Note(refusal)) if refusal else await _open(world, community, deed, found, text)


async def written(world: World, deed: Filled) -> Answer:
    """The form came back."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    before = await world.inbox.suggestion(number(deed.about)) if deed.about else None
    if deed.about and (before is None or before.community != community.id):
        return Correct(say(deskwords.NO_SUCH_ITEM, name=deed.about[:20]))
    if before and (refusal := await _refusal(world, community, before)):
        return Correct(refusal)
    return await _check(world, community, deed, before)


async def own_questions(world: World, community: Community) -> Answer:
    """`inbox questions`: what this community wrote itself."""
    own = [one for one in await world.inbox.suggestions(community.id) if one.state.pooled]
    if not own:
        return Show(Note(say(deskwords.OWN_NONE)))
    return Show(Page(title=say(deskwords.OWN_TITLE), rows=tuple(map(_row, reversed(own[-LISTED:])))))


def _row(one: Suggestion) -> Row:
    look = Action(label=say(deskwords.LOOK), name="inbox", text=name_of(one))
    detail = say(deskwords.OWN_STATE, topic=one.topic, state=say(deskwords.STATES[one.state.value]))
    return Row(text=f"{one.question}: {title_of(one)}", detail=detail, actions=(look,))


async def _open(world: World, community: Community, deed: Command, one: Suggestion | None, text: str) -> Answer:
    """The form as it was left, or as the question is; what comes as a file is checked at once."""
    about, member = name_of(one) if one else "", await _member(world, deed)
    values = world.workshop.begin(text) if text.strip() else _known(world, member, one)
    name, title = (AMEND, deskwords.EDIT_TITLE) if one else (NEW, deskwords.NEW_TITLE)
    if FILE in values and text.strip():
        return await _check(world, community, as_filled(deed, text, form=name, about=about, values=values), one)
    if not fits(values):
        return Show(Note(say(deskwords.TOO_LONG_FOR_A_FORM, id=one.question if one else name)))
    return Fill(form(name, say(title), values, about=about))


def _known(world: World, member: Member, one: Suggestion | None) -> Mapping[str, str]:
    left = world.drafts.take(member.id, name_of(one) if one else NEW)
    if left is not None or one is None:
        return left or {}
    return one.values or {FILE: one.text}


async def _check(world: World, community: Community, deed: Filled, before: Suggestion | None) -> Answer:
    if isinstance(read := readable(world, deed.values), str):
        return Correct(read)
    member = await _member(world, deed)
    if refusal := world.suggesting.refusal(community.id, member.id, world.clock.now()):
        return Correct(refusal)
    return Accept(partial(_take, world, community, deed, member, read, before))


async def _take(
    world: World, community: Community, deed: Filled, member: Member, read: Reading, before: Suggestion | None
) -> View:
    draft = Draft(community=community, author=member.id, values=deed.values, reading=read, event=deed.id, before=before)
    found = await checked(world, draft)
    if not found.holds:
        world.drafts.keep(member.id, deed.about or NEW, deed.values)
        return _mend(found.suggestion, found.trouble)
    state = before.state if before else SuggestionState.APPROVED
    kept = await keep(world, replace(found.suggestion, state=state))
    if kept is None:
        return Note(say(deskwords.CHANGED_MEANWHILE))
    await stock(world, community.id)
    name = kept.question if kept.state.pooled else name_of(kept)
    result = Sentence(deskwords.EDITED, id=name) if before else _in_pool(kept)
    what = name_of(kept) if before else kept.question
    command = Command(who=deed.who, place=deed.place, name="edit" if before else NEW, text=what)
    await record(world, community, command, result)
    return Note(explained(result))


def _in_pool(kept: Suggestion) -> Sentence:
    return Sentence(deskwords.IN_POOL, title=title_of(kept), id=kept.question)


def _mend(one: Suggestion, trouble: str) -> Page:
    again = Action(label=say(deskwords.CHANGE), name="edit" if one.id else NEW, text=name_of(one) if one.id else "")
    rows = tuple(Row(text=sentence) for sentence in told(one.findings.mistakes))
    text = say(deskwords.CANNOT_PROVE, trouble=trouble) if trouble else say(deskwords.NOT_EDITED)
    return Page(title=say(deskwords.EDIT_TITLE), text=text, rows=rows, actions=(again,))


async def _named(world: World, community: Community, name: str) -> Suggestion | str:
    """A question of the community's own that can still be edited, or the sentence that says why it cannot."""
    own = [one for one in await world.inbox.suggestions(community.id) if not one.state.private]
    wanted = number(name.removeprefix(f"{OWN}/")) if name.startswith(("s", f"{OWN}/")) else SuggestionId(0)
    one = next((one for one in own if one.id == wanted), None)
    if one is not None:
        return await _refusal(world, community, one) or one
    if world.question_in(community, QuestionId(name)):
        return say(deskwords.BANK_QUESTION, id=name)
    names = [f"{one.question}" for one in own if one.state.pooled]
    return say(deskwords.NO_OWN_QUESTION, name=name[:40], meant=meant(name, names))


async def _refusal(world: World, community: Community, one: Suggestion) -> str:
    """Why it cannot be edited: it was asked, or decided."""
    asked = [known for known in await world.agenda.rounds(community.id) if known.question == one.question]
    if asked:
        return say(deskwords.WAS_ASKED, id=one.question, day=asked[0].key)
    if not (one.state.open or one.state is SuggestionState.APPROVED):
        return say(deskwords.DECIDED_ALREADY, state=say(deskwords.STATES[one.state.value]))
    return ""


async def _member(world: World, deed: Command | Filled) -> Member:
    return await world.member(deed.who)
