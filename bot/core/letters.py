"""What somebody is told about what they wrote: shown behind their next command, in their own language, once."""

from datetime import datetime
from functools import partial

from bot.core import deskwords
from bot.core.contributions import Letter, LetterKind, Suggestion
from bot.core.languages import say
from bot.core.messages import Answer, Command, Show, View
from bot.core.pages import Action, Page, Row
from bot.core.world import World

MOST = 12


def about(one: Suggestion, kind: LetterKind, *, at: datetime, quote: str = "") -> Letter:
    """A letter to the author of a suggestion."""
    return Letter(
        community=one.community,
        to=one.author,
        at=at,
        kind=kind,
        title=title_of(one),
        quote=quote,
        suggestion=one.id,
    )


def title_of(one: Suggestion) -> str:
    """What a suggestion is called."""
    return one.text.partition("\n")[0].lstrip("# ")[:80]


async def with_letters(world: World, deed: Command, answer: Answer) -> Answer:
    """The answer to a command, and behind it what waits for its giver."""
    if not (isinstance(answer, Show) and answer.then is None):
        return answer
    community = await world.community_at(deed.place)
    waiting = await world.inbox.letters(community.id, deed.who.address) if community else ()
    return Show(answer.view, partial(_read, world, waiting[:MOST])) if waiting else answer


async def _read(world: World, waiting: tuple[Letter, ...]) -> View:
    await world.inbox.forget_letters(*(one.id for one in waiting))
    return Page(title=say(deskwords.LETTERS_TITLE), rows=tuple(map(_row, waiting)))


def _row(one: Letter) -> Row:
    answers = one.suggestion is not None and one.kind is LetterKind.ASKED
    change = Action(label=say(deskwords.CHANGE), name="suggest", text=f"s{one.suggestion}")
    text = say(deskwords.LETTERS[one.kind.value], title=one.title)
    return Row(text=text, detail=one.quote, actions=(change,) * answers)
