"""How somebody is shown to others: by name, by an alias, or not at all; at any time, and for the past as well."""

from dataclasses import replace

from bot.core import labels, ownwords
from bot.core.dossiers import export_me
from bot.core.forgetting import erase_me
from bot.core.forms import Field, Form
from bot.core.languages import explained, say
from bot.core.messages import Answer, Command, Correct, Fill, Filled, Note, Show
from bot.core.pages import Action, Page, Row, Style
from bot.core.records import Member
from bot.core.world import World
from bot.quiz.errors import VisibilityMistake
from bot.quiz.visibilities import ALIAS_CHARS, Visibility, parse

ALIAS = "alias"


async def privacy(world: World, deed: Command) -> Answer:
    """`privacy public|alias NAME|hidden|export|erase`; with nothing behind it, how it stands and what can be done."""
    word = deed.text.strip().casefold().partition(" ")[0]
    if word == "erase":
        return await erase_me(world, deed)
    if word == "export":
        return await export_me(world, deed)
    member = await world.member(deed.who)
    if not word:
        return Show(_page(member))
    if deed.text.strip().casefold() == ALIAS:
        return Fill(_form(member))
    try:
        return Show(Note(await _show(world, member, parse(deed.text))))
    except VisibilityMistake as mistake:
        return Show(Note(explained(mistake)))


async def take_alias(world: World, deed: Filled) -> Answer:
    """The form came back."""
    member = await world.member(deed.who)
    try:
        return Show(Note(await _show(world, member, parse(f"{ALIAS} {deed.values.get(ALIAS, '')}"))))
    except VisibilityMistake as mistake:
        return Correct(explained(mistake))


async def _show(world: World, member: Member, wanted: Visibility) -> str:
    await world.ledger.show(member.id, alias=wanted.alias, hidden=wanted.hidden)
    return shown_as(replace(member, alias=wanted.alias, hidden=wanted.hidden))


def shown_as(member: Member) -> str:
    """How boards show somebody."""
    if member.hidden:
        return say(ownwords.SHOWN_HIDDEN)
    if member.alias:
        return say(ownwords.SHOWN_ALIAS, alias=member.alias, name=member.name)
    return say(ownwords.SHOWN_PUBLIC, name=member.name)


def _page(member: Member) -> Page:
    public = Action(label=say(labels.SHOW_MY_NAME), name="privacy", text="public")
    alias = Action(label=say(labels.USE_AN_ALIAS), name="privacy", text=ALIAS)
    hidden = Action(label=say(labels.HIDE_ME), name="privacy", text="hidden")
    export = Action(label=say(labels.EXPORT), name="privacy", text="export")
    erase = Action(label=say(labels.ERASE_ME), name="privacy", text="erase", style=Style.DANGER)
    shown = (*[public] * (member.hidden or member.alias is not None), alias, *[hidden] * (not member.hidden))
    rows = (
        Row(text=shown_as(member), actions=shown),
        Row(text=say(ownwords.EXPORT_OFFERED), actions=(export,)),
        Row(text=say(ownwords.ERASE_OFFERED), actions=(erase,)),
    )
    return Page(title=say(labels.PRIVACY), text=say(ownwords.PRIVATE_ANSWERS), rows=rows)


def _form(member: Member) -> Form:
    value = (member.alias or "").strip("~")
    field = Field(name=ALIAS, label=say(labels.ALIAS), value=value, hint=say(labels.ALIAS_HINT), most=ALIAS_CHARS)
    return Form(name=ALIAS, title=say(labels.USE_AN_ALIAS), fields=(field,), submit=say(labels.SAVE))
