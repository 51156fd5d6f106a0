"""What a moderator decides about what waits, each in the audit log and told to whom it is about."""

from dataclasses import replace

from bot.core import deskwords, words
from bot.core.auditing import record
from bot.core.contributions import Letter, LetterKind, Suggestion, SuggestionState
from bot.core.desk import Item, Reported, called, item, name_of, names
from bot.core.forms import Field, Form
from bot.core.languages import explained, say
from bot.core.letters import about
from bot.core.messages import Answer, Command, Correct, Fill, Filled, Note, Show
from bot.core.pooling import stock
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.cleaning import one_line
from bot.quiz.sentences import Sentence
from bot.quiz.spelling import meant

REASON_CHARS = 500


async def approve(world: World, community: Community, deed: Command, found: Item, topic: str) -> Answer:
    """`inbox approve s12 [TOPIC]`: it is in the pool."""
    if not isinstance(found, Suggestion) or not found.state.open:
        return _not_now(found)
    if found.findings.mistakes:
        return Show(Note(say(deskwords.HAS_MISTAKES)))
    topics = {one.topic for one in world.bank.questions(community.id)}
    if topic and topic not in topics:
        return Show(Note(say(deskwords.APPROVED_WHERE, topic=topic[:40], meant=meant(topic, topics))))
    wanted = replace(found, state=SuggestionState.APPROVED, topic=topic or found.topic)
    kept = await world.inbox.amend(wanted)
    if kept is None:
        return Show(Note(say(deskwords.CHANGED_MEANWHILE)))
    await stock(world, community.id)
    await world.inbox.leave_letter(about(kept, LetterKind.APPROVED, at=world.clock.now()))
    question = world.bank.question(kept.question)
    result = Sentence(deskwords.IN_POOL, title=question.title if question else "", id=kept.question)
    await record(world, community, deed, result)
    return Show(Note(explained(result)))


async def ask(world: World, community: Community, deed: Command, found: Item, text: str) -> Answer:
    """`inbox ask s12 SENTENCE`: its author reads that with their next command."""
    if not isinstance(found, Suggestion) or not found.state.open:
        return _not_now(found)
    if not (said := _sentence(text)):
        return Fill(_form("ask", deskwords.ASK_TITLE, deskwords.ASK_FIELD, found))
    kept = await world.inbox.amend(replace(found, state=SuggestionState.ASKED))
    if kept is None:
        return Show(Note(say(deskwords.CHANGED_MEANWHILE)))
    await world.inbox.leave_letter(about(kept, LetterKind.ASKED, at=world.clock.now(), quote=said))
    result = Sentence(deskwords.ASKED_NOW, author=called(await names(world, community), kept.author))
    await record(world, community, deed, result)
    return Show(Note(explained(result)))


async def dismiss(world: World, community: Community, deed: Command, found: Item, text: str) -> Answer:
    """`inbox dismiss s12 REASON`: it waits no more; whoever wrote it reads the reason."""
    if isinstance(found, Suggestion) and not (found.state.open or found.state is SuggestionState.APPROVED):
        return _not_now(found)
    if not (why := _sentence(text)):
        return Fill(_form("dismiss", deskwords.DISMISS_TITLE, deskwords.DISMISS_FIELD, found))
    match found:
        case Suggestion():
            result = await _dismiss_suggestion(world, found, why)
        case Reported():
            result = await _dismiss_reports(world, community, found, why)
        case _:
            done = await world.inbox.settle_flag(found.id)
            result = Sentence(deskwords.FLAG_DISMISSED_NOW, name=name_of(found)) if done else None
    if not result:
        return Show(Note(say(deskwords.CHANGED_MEANWHILE)))
    told = replace(deed, text=f"dismiss {name_of(found)}")
    await record(world, community, told, result, why=why)
    return Show(Note(explained(result)))


async def decided(world: World, deed: Filled) -> Answer:
    """The form of a question to the author, or of a reason, came back."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    found = await item(world, community, deed.about) if community else None
    if community is None or found is None:
        return Correct(say(deskwords.NO_SUCH_ITEM, name=deed.about[:20]))
    text = deed.values.get("text", "")
    if not _sentence(text):
        return Correct(say(deskwords.REASON_NEEDED, name=name_of(found)))
    command = Command(who=deed.who, place=deed.place, name="inbox", text=f"{deed.form} {deed.about} {text}")
    return await (ask if deed.form == "ask" else dismiss)(world, community, command, found, text)


async def _dismiss_suggestion(world: World, found: Suggestion, why: str) -> Sentence | None:
    """What is in the pool already stays known, so that the ledger can still name it, and is not asked any more."""
    pooled = found.state.pooled
    kept = await world.inbox.amend(
        replace(found, state=SuggestionState.RETIRED if pooled else SuggestionState.DISMISSED)
    )
    if kept is None:
        return None
    if pooled:
        await stock(world, kept.community)
    kind = LetterKind.RETIRED if pooled else LetterKind.DISMISSED
    await world.inbox.leave_letter(about(kept, kind, at=world.clock.now(), quote=why))
    if pooled:
        return Sentence(deskwords.RETIRED_NOW, id=kept.question)
    return Sentence(deskwords.DISMISSED_NOW, name=name_of(found))


async def _dismiss_reports(world: World, community: Community, found: Reported, why: str) -> Sentence | None:
    if not await world.inbox.settle_reports(found.round.id):
        return None
    for one in found.reports:
        letter = Letter(
            community=community.id,
            to=one.member,
            at=world.clock.now(),
            kind=LetterKind.LOOKED_INTO,
            title=world.title_of(found.round),
            quote=why,
        )
        await world.inbox.leave_letter(letter)
    return Sentence(deskwords.DISMISSED_NOW, name=name_of(found))


def _not_now(found: Item) -> Answer:
    if isinstance(found, Suggestion):
        return Show(Note(say(deskwords.DECIDED_ALREADY, state=say(deskwords.STATES[found.state.value]))))
    return Show(Note(say(deskwords.INBOX_USAGE)))


def _sentence(text: str) -> str:
    return one_line(text, chars=REASON_CHARS, lines=20)


def _form(name: str, title: str, label: str, found: Item) -> Form:
    field = Field(name="text", label=say(label), lines=True, most=REASON_CHARS)
    return Form(name=name, title=say(title), fields=(field,), about=name_of(found))
