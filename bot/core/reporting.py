"""`report`: something is wrong with a question. One report a person and question; moderators are told once."""

import re

from bot.core import deskwords, words
from bot.core.contributions import Report, Wrong
from bot.core.forms import Field, Form
from bot.core.languages import say
from bot.core.messages import Answer, Command, Correct, Fill, Filled, Note, Person, Show
from bot.core.noting import note
from bot.core.records import Community, Round, RoundState
from bot.core.world import World
from bot.quiz.cleaning import clean
from bot.quiz.ids import RoundId
from bot.quiz.sentences import Sentence

_CHARS = 1000
_KIND = re.compile(rf"(?:the\s+)?({'|'.join(Wrong)})\b\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)


async def report(world: World, deed: Command) -> Answer:
    """`report`: a form; `report key b is right as well` at once. About the card it was pressed on, or the latest."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    one = _meant(await world.agenda.rounds(community.id), deed.round)
    if one is None:
        unknown = deskwords.NOTHING_TO_REPORT if deed.round is None else deskwords.NOT_ASKED_HERE
        return Show(Note(say(unknown)))
    said = _KIND.fullmatch(deed.text.strip())
    wrong = Wrong(said[1].casefold()) if said else Wrong.OTHER
    text = said[2] if said else deed.text
    if not text.strip():
        return Fill(_form(one, wrong))
    return await _take(world, community, one, deed.who, wrong, text)


async def reported(world: World, deed: Filled) -> Answer:
    """The form came back."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    wanted = RoundId(int(deed.about)) if deed.about.isdecimal() else None
    one = _meant(await world.agenda.rounds(community.id), wanted)
    wrong = deed.values.get("wrong", "")
    if one is None or wrong not in set(Wrong):
        return Correct(say(words.OLD_FORM))
    text = deed.values.get("text", "")
    return await _take(world, community, one, deed.who, Wrong(wrong), text)


async def _take(world: World, community: Community, one: Round, who: Person, wrong: Wrong, text: str) -> Answer:
    said = clean(text, chars=_CHARS, lines=20).strip()
    if not said:
        return Correct(say(deskwords.REPORT_EMPTY))
    member = await world.member(who)
    now = world.clock.now()
    await world.inbox.report(Report(round=one.id, member=member.id, at=now, wrong=wrong, text=said))
    title = world.title_of(one)
    told = Sentence(deskwords.REPORTED_NOTE, title=title, day=one.key)
    await world.outbox.add(note(community, f"report-{one.key}", told, now=now))
    return Show(Note(say(deskwords.REPORTED, title=title)))


def _meant(rounds: tuple[Round, ...], id: RoundId | None) -> Round | None:  # noqa: A002 - the noun's own word
    """A round that people have seen, by its number or the latest."""
    seen = [one for one in rounds if one.ref is not None and one.state is not RoundState.PLANNED]
    return next((one for one in reversed(seen) if id in {None, one.id}), None)


def _form(one: Round, wrong: Wrong) -> Form:
    kinds = tuple((kind.value, say(deskwords.REPORT_KINDS[kind.value])) for kind in Wrong)
    return Form(
        name="report",
        title=say(deskwords.REPORT_TITLE),
        fields=(
            Field(name="wrong", label=say(deskwords.REPORT_KIND), value=wrong.value, options=kinds),
            Field(
                name="text",
                label=say(deskwords.REPORT_FIELD),
                hint=say(deskwords.REPORT_HINT),
                lines=True,
                most=_CHARS,
            ),
        ),
        about=f"{one.id}",
        submit=say(deskwords.REPORT_SEND),
    )
