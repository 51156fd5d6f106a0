"""Pages, files, help and notes. Next steps are buttons while Discord has room for them, and a menu after that."""

from collections.abc import Iterator, Mapping

from bot.chats.discord import limits, markup
from bot.chats.discord.offered import LEARNERS, MODERATORS, sub_of
from bot.chats.discord.sheets import Attached, Beside, Button, Buttons, Menu, Piece, Sheet, Text, buttons, sheet
from bot.chats.discord.tags import Menu as MenuTag
from bot.chats.discord.tags import Press, spelled
from bot.core import labels
from bot.core.languages import say
from bot.core.messages import HelpView, Note
from bot.core.pages import Action, Document, Page, Row

Numbers = Mapping[str, int]
"""Of commands, by name, as Discord told them."""
CODE_CHARS, CODE_LINES = 700, 25


def note(view: Note) -> Sheet:
    """A sentence or two."""
    return told(view.text)


def told(text: str, button: Button | None = None) -> Sheet:
    """A sentence or two of the bot, with what may be done about it."""
    return sheet(Text(markup.plain(text)), below=[buttons(button)])


def document(view: Document) -> Sheet:
    """A file, with the sentence that says what it is."""
    return sheet(Text(markup.plain(view.text)), Attached(name=view.name, content=view.content))


def commands(view: HelpView, numbers: Numbers) -> Sheet:
    """What people may ask; one can press on a command whose number Discord has told.

    Moderators have so many that their names alone are told where the meanings would not fit; Discord itself says them
    to whoever types `/quiz-admin`.
    """
    own = [one for one in view.commands if not one[0].startswith(f"/{MODERATORS}")]
    theirs = [one for one in view.commands if one not in own]
    lines = [f"{_called(name, numbers)} {markup.plain(meaning)}" for name, meaning in own]
    more = [f"{_called(name, {})} {markup.plain(meaning)}" for name, meaning in theirs]
    if len("\n".join([*lines, *more])) > limits.TEXT - 100:
        more = [" ".join(_called(name, {}) for name, _ in theirs)]
    told = [Text("\n".join(some)) for some in (lines, more) if some]
    return sheet(*told, below=[_actions(view.actions)])


def page(view: Page) -> Sheet:
    """Title, sentences, rows and the next steps."""
    as_buttons = _with_buttons(view)
    return as_buttons if _pieces(as_buttons) <= limits.COMPONENTS else _with_menus(view)


def _with_buttons(view: Page) -> Sheet:
    return sheet(*_head(view), *(piece for row in view.rows for piece in _row(row)), below=[_actions(view.actions)])


def _with_menus(view: Page) -> Sheet:
    """Every row is told, and what can be done about them is chosen from menus."""
    rows = [Text(_told(row, f"**{at}.** ")) for at, row in enumerate(view.rows, 1)]
    return sheet(*_head(view), *rows, below=[*_menus(view.rows), _actions(view.actions)])


def _menus(rows: tuple[Row, ...]) -> list[Menu]:
    """What can be done about the rows, whole rows a menu."""
    chunks: list[list[tuple[int, str, str]]] = [[]]
    for at, row in enumerate(rows, 1):
        options = [(at, spelled(_tag(one)), f"{at}. {one.label}: {markup.unmarked(row.text)}") for one in row.actions]
        if len(chunks[-1]) + len(options) > limits.OPTIONS:
            chunks.append([])
        chunks[-1] += options
    return [_menu(number, chunk, of=len(chunks)) for number, chunk in enumerate(chunks) if chunk]


def _menu(number: int, options: list[tuple[int, str, str]], *, of: int) -> Menu:
    span = f" ({options[0][0]}\N{EN DASH}{options[-1][0]})" if of > 1 else ""
    told = {value: label for _, value, label in options}
    return Menu(
        tag=MenuTag(number=number), placeholder=f"{say(labels.CHOOSE_A_STEP)}{span}", options=tuple(told.items())
    )


def _head(view: Page) -> list[Piece]:
    text = [markup.plain(view.text)] * bool(view.text)
    return [Text("\n".join([f"### {markup.plain(view.title)}", *text]))]


def _row(row: Row) -> Iterator[Piece]:
    if len(row.actions) == 1:
        yield Beside(body=_told(row), button=_button(row.actions[0]))
        return
    yield Text(_told(row))
    if under := _actions(row.actions):
        yield under


def _told(row: Row, before: str = "") -> str:
    parts = [before + markup.escaped(row.text)]
    parts += [markup.small(markup.escaped(row.detail))] * bool(row.detail)
    parts += [markup.block(markup.shortened(row.code, CODE_CHARS, CODE_LINES))] * bool(row.code.strip())
    return "\n".join(parts)


def _actions(actions: tuple[Action, ...]) -> Buttons | None:
    return buttons(*map(_button, actions))


def _button(one: Action) -> Button:
    return Button(label=one.label, tag=_tag(one), style=one.style)


def _tag(one: Action) -> Press:
    return Press(name=one.name, text=one.text, page=True)


def _pieces(card: Sheet) -> int:
    """How many components Discord will count."""
    return 1 + sum(map(_counted, (*card.pieces, *card.below)))


def _counted(piece: Piece) -> int:
    match piece:
        case Buttons(buttons=inside):
            return 1 + len(inside)
        case Beside():
            return 3
        case Menu():
            return 2
        case _:
            return 1


def _called(name: str, numbers: Numbers) -> str:
    """A command as one gives it here: pressed on, or typed."""
    group, typed = (MODERATORS, name.partition(" ")[2]) if name.startswith("/") else (LEARNERS, name)
    word = typed.split(" ")[0]
    sub = sub_of(group, word)
    path = f"{group} {sub.within} {word}" if sub and sub.within else f"{group} {word}"
    if group in numbers and sub:
        return f"</{path}:{numbers[group]}>"
    return markup.inline(f"/{path}{typed.removeprefix(word)}")
