"""How somebody is shown to others: by name, by an alias, or not at all. It holds for the past as well, at once."""

from dataclasses import dataclass

from bot.quiz.cleaning import one_line
from bot.quiz.errors import VisibilityMistake

ALIAS_CHARS = 30


@dataclass(frozen=True, slots=True)
class Visibility:
    """What boards show of a person."""

    alias: str | None = None
    """Instead of the name; always in `~ … ~`, so that nobody can pass for somebody else."""
    hidden: bool = False
    """On no board. Their own numbers are still kept for them."""


PUBLIC = Visibility()
HIDDEN = Visibility(hidden=True)


def parse(text: str) -> Visibility:
    """Read `public`, `alias NAME` or `hidden`.

    Raises:
        VisibilityMistake: it is none of them, or a name nobody could read.
    """
    word, _, name = text.strip().partition(" ")
    match word.casefold():
        case "public" if not name:
            return PUBLIC
        case "hidden" if not name:
            return HIDDEN
        case "alias":
            return Visibility(alias=_alias(name))
        case _:
            raise VisibilityMistake("Say `privacy public`, `privacy alias NAME` or `privacy hidden`.")


def _alias(name: str) -> str:
    shown = one_line(name, chars=2 * ALIAS_CHARS).strip("~ ")
    if not any(letter.isalnum() for letter in shown):
        raise VisibilityMistake("An alias needs a name: `privacy alias Night Owl`.")
    if len(shown) > ALIAS_CHARS:
        raise VisibilityMistake(
            "An alias has {alias_chars} characters at most; this one has {number}.",
            alias_chars=ALIAS_CHARS,
            number=len(shown),
        )
    return f"~{shown}~"
