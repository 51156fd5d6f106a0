"""The pages of what the bot noticed: both answers side by side, or how people did."""

from collections.abc import Mapping

from bot.core import deskwords
from bot.core.contributions import Flag, FlagKind
from bot.core.desk import called, name_of
from bot.core.evidence import cut, question_rows
from bot.core.itemising import answer_rows, finding_words, item_of, sentences
from bot.core.languages import say
from bot.core.noticing import right_code
from bot.core.pages import Action, Page, Row, Style
from bot.core.records import Community, Round
from bot.core.world import World
from bot.quiz.ids import MemberId, QuestionId, RoundId
from bot.quiz.items import Item


def flag_row(
    world: World, rounds: Mapping[RoundId, Round], found: Mapping[QuestionId, Item], one: Flag
) -> tuple[str, str]:
    """A flag in the list: what it is, and a detail.

    Args:
        world: the ports.
        rounds: those of its community.
        found: the statistics of the questions.
        one: the flag.
    """
    round_ = rounds[one.round]
    title = world.title_of(round_)
    if one.kind is FlagKind.SIMILAR:
        text = say(deskwords.SIMILAR, name=name_of(one), title=title, day=round_.key)
        return text, say(deskwords.SIMILAR_BY, share=one.share)
    item = found.get(round_.question)
    return say(deskwords.BROKEN, name=name_of(one), title=title), "; ".join(finding_words(item)) if item else ""


async def flag_page(world: World, community: Community, one: Flag, known: Mapping[MemberId, str]) -> Page:
    """Everything about one flag."""
    round_ = next(known for known in await world.agenda.rounds(community.id) if known.id == one.round)
    if one.kind is FlagKind.SIMILAR:
        return await _similar(world, community, one, round_, known)
    return await _broken(world, community, one, round_)


async def _similar(world: World, community: Community, one: Flag, round_: Round, known: Mapping[MemberId, str]) -> Page:
    sources = right_code(await world.ledger.history(community.id, round=round_.id))
    rows = [_answer(called(known, member), sources.get(member, "")) for member in one.members]
    mutes = [
        Action(
            label=say(deskwords.MUTE, name=called(known, member))[:40],
            name="mute",
            text=f"#{member}",
            style=Style.DANGER,
        )
        for member in one.members
    ]
    return Page(
        title=say(deskwords.SIMILAR, name=name_of(one), title=world.title_of(round_), day=round_.key),
        text=say(deskwords.SIMILAR_TEXT, share=one.share),
        rows=tuple(rows),
        actions=(_dismissing(one), *mutes),
    )


def _answer(name: str, source: str) -> Row:
    if not source:
        return Row(text=name, detail=say(deskwords.SOURCE_FORGOTTEN))
    return Row(text=name, code=cut(source))


async def _broken(world: World, community: Community, one: Flag, round_: Round) -> Page:
    question, found = world.question_of(round_), await item_of(world, community, round_)
    rows = [*question_rows(world, community, question)] if question else []
    rows += answer_rows(question, found) if question and found else []
    void = Action(label=say(deskwords.VOID), name="void", text=f"{round_.key} full")
    preview = Action(label=say(deskwords.PREVIEW), name="preview", text=str(round_.question))
    return Page(
        title=say(deskwords.BROKEN, name=name_of(one), title=world.title_of(round_)),
        text=" ".join(sentences(found)) if found else "",
        rows=tuple(rows[:12]),
        actions=(_dismissing(one), void, preview),
    )


def _dismissing(one: Flag) -> Action:
    return Action(label=say(deskwords.DISMISS), name="inbox", text=f"dismiss {name_of(one)}")
