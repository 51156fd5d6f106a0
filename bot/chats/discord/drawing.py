"""From a sheet to what the library sends.

`discord.ui` draws and does nothing else: its views are stopped before they are sent, so none is kept in its registries,
and every press comes to the inbox.
"""

from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import Any, assert_never

import discord
from discord import ui

from bot.chats.discord import limits
from bot.chats.discord.marks import Mark
from bot.chats.discord.sheets import (
    Attached,
    Beside,
    Button,
    Buttons,
    Code,
    Menu,
    Piece,
    Rule,
    Sheet,
    Text,
    drawn,
    fitted,
)
from bot.chats.discord.tags import Tag, spelled
from bot.core.pages import Style

Item = ui.Item[Any]
_STYLES = {
    Style.PLAIN: discord.ButtonStyle.secondary,
    Style.PRIMARY: discord.ButtonStyle.primary,
    Style.DANGER: discord.ButtonStyle.danger,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is sent."""

    view: ui.LayoutView
    attached: tuple[Attached, ...]
    mentions: discord.AllowedMentions

    def files(self) -> list[discord.File]:
        """The attached files, to be read once."""
        return [discord.File(BytesIO(one.content.encode()), filename=one.name) for one in self.attached]


def drawing(sheet: Sheet, mark: Mark | None = None) -> Drawing:
    """A sheet as a message; with a mark when it is published under a key."""
    sheet = fitted(sheet)
    view, ids = ui.LayoutView(timeout=None), _Ids()
    if sheet.call:
        view.add_item(ui.TextDisplay(f"<@&{sheet.call}>"))
    for pieces, spoiler, marked in ((sheet.pieces, False, mark), (sheet.hidden, True, None)):
        if pieces:
            view.add_item(_container(pieces, sheet.colour, marked, ids, spoiler=spoiler))
    for piece in sheet.below:
        view.add_item(_item(piece, ids))
    view.stop()
    role = discord.Object(sheet.call)
    return Drawing(
        view=view,
        attached=tuple(one for one in (*sheet.pieces, *sheet.hidden) if isinstance(one, Attached)),
        mentions=discord.AllowedMentions(
            everyone=False, users=False, replied_user=False, roles=[role] * bool(sheet.call)
        ),
    )


class _Ids:
    """The custom_ids of one message, each of them once."""

    def __init__(self) -> None:
        self._seen: Counter[Tag] = Counter()

    def of(self, tag: Tag) -> str:
        self._seen[tag] += 1
        return spelled(tag, self._seen[tag] - 1)


def _container(pieces: tuple[Piece, ...], colour: int, mark: Mark | None, ids: _Ids, *, spoiler: bool) -> Item:
    items = [_item(piece, ids) for piece in pieces]
    if mark is not None:
        items[0].id = mark.second
    return ui.Container(*items, accent_colour=colour, spoiler=spoiler, id=mark.first if mark else None)


def _item(piece: Piece, ids: _Ids) -> Item:
    match piece:
        case Text() | Code():
            return ui.TextDisplay(drawn(piece) or "\u200b")
        case Buttons(buttons=buttons):
            return ui.ActionRow(*(_button(one, ids) for one in buttons))
        case Beside(body=body, button=button):
            return ui.Section(ui.TextDisplay(body), accessory=_button(button, ids))
        case Menu():
            return ui.ActionRow(_menu(piece, ids))
        case Rule():
            return ui.Separator()
        case Attached(name=name):
            return ui.File(f"attachment://{name}")
        case _:
            assert_never(piece)


def _button(one: Button, ids: _Ids) -> ui.Button[Any]:
    return ui.Button(label=limits.cut(one.label, limits.BUTTON), custom_id=ids.of(one.tag), style=_STYLES[one.style])


def _menu(menu: Menu, ids: _Ids) -> ui.Select[Any]:
    options = [
        discord.SelectOption(label=limits.cut(label, limits.OPTION), value=value) for value, label in menu.options
    ]
    return ui.Select(
        custom_id=ids.of(menu.tag),
        placeholder=limits.cut(menu.placeholder, limits.PLACEHOLDER),
        options=options[: limits.OPTIONS],
        min_values=1,
        max_values=min(len(options), limits.OPTIONS) if menu.many else 1,
    )
