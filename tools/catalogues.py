"""Keeps the gettext catalogues in step with what the bot can say: `python -m tools.catalogues` (or `make catalogues`).

A sentence is its own key. Collected are the constants of the modules in `SAID`, what Discord shows beside commands, and
the sentences of mistakes and troubles where they are raised (`RAISED`). A sentence that is gone leaves the catalogue.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bot.chats.discord.syncing import meanings
from bot.core import deskwords, helptexts, labels, ownwords, typed, unionwords, words
from bot.core.languages import DOMAIN, LOCALES
from bot.core.retelling import TEMPLATES
from bot.quiz import reasons
from tools.authors import templates
from tools.raised import raised

BOT = Path(words.__file__).parents[1]
RAISED = ("quiz", "core", "chats")
"""Where sentences stand with the error that says them."""
SAID = (words, unionwords, deskwords, ownwords, helptexts, labels, typed, reasons)
_HELP = frozenset({"COMMANDS", "MODERATOR_COMMANDS"})
"""Pairs of a command, which is the same in every language, and its meaning."""
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""In place of the moment of writing, so that the same sentences make the same files."""


def sentences() -> frozenset[str]:
    """Everything the bot can say on its own account, in English."""
    constants = [text for module in SAID for text in _constants(module)]
    stood = [text for floor in RAISED for file in (BOT / floor).rglob("*.py") for text in raised(file)]
    said = (*constants, *stood, *meanings(), *templates(BOT / "bank"))
    return frozenset(text for text in said if any(letter.isalpha() for letter in text))


def _constants(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        if name in _HELP:
            yield from (meaning for _, meaning in value)
        elif name.isupper():
            yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)


def catalogue(language: str) -> Path:
    """Where a language's catalogue is."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def languages() -> list[str]:
    """Every language there is a catalogue of."""
    return sorted(file.parents[1].name for file in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(language: str) -> Catalog:
    """A catalogue as it is written."""
    with catalogue(language).open("rb") as file:
        return read_po(file, locale=language)


def renew(language: str) -> int:
    """Bring a catalogue up to date and compile it. Returns how many sentences wait for a translation."""
    known = {message.id: message.string for message in read(language) if message.id}
    fresh = Catalog(
        locale=language,
        project="askling",
        header_comment=f"# What askling says, in the language {language}. See docs/contributors/translating.md.",
        creation_date=_EPOCH,
        revision_date=_EPOCH,
        fuzzy=False,
    )
    for text in sorted(sentences()):
        fresh.add(text, known.get(text, ""), flags=["python-brace-format"] if "{" in text else [])
    path = catalogue(language)
    with path.open("wb") as file:
        write_po(file, fresh, width=0, omit_header=False, ignore_obsolete=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, fresh)
    return sum(not message.string for message in fresh if message.id)


def listed() -> str:
    """What the bank says to authors, a template a line: by these `core.retelling` knows it again."""
    return "".join(f"{one}\n" for one in sorted(templates(BOT / "bank")))


def main() -> int:
    """Renew them all; 1 when a sentence waits for its translation."""
    TEMPLATES.write_text(listed(), "utf-8")
    waiting = {language: renew(language) for language in languages()}
    for language, number in waiting.items():
        sys.stdout.write(f"{language}: {number} sentences without a translation\n")
    return 1 if any(waiting.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
