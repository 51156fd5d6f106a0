"""What is kept in English, because whoever reads it may speak another language than whoever it was written for.

It is said again by its shape: reasons of verdicts (`quiz.reasons`) and of score lines (`typed.RULES`).
"""

import re
from collections.abc import Iterable, Mapping

from bot.core.languages import explained, say
from bot.quiz import reasons
from bot.quiz.sentences import Sentence

Shapes = Mapping[str, re.Pattern[str]]
_BLANK = re.compile(r"\\{(\w+)\\}")
_TEXT = frozenset({"last", "message", "point", "why"})
"""Blanks that hold any text; the others hold a number or a name, so that an author's sentence is not taken for ours."""


def shapes(sentences: Iterable[str]) -> Shapes:
    """How to know sentences again, whatever fills their blanks."""
    return {one: re.compile(_BLANK.sub(_held, re.escape(one)), re.DOTALL) for one in sentences}


def retold(text: str, known: Shapes) -> str:
    """The text in the language spoken now, if it is one of the known sentences; else as it is."""
    for sentence, shape in known.items():
        if found := shape.fullmatch(text):
            return say(sentence, **found.groupdict())
    return text


def translated(reason: str) -> str:
    """A verdict's reason, or what a case expects or came to; what authors and programs wrote stays as it is."""
    return explained(reason) if isinstance(reason, Sentence) else retold(reason, _REASONS)


def _held(blank: re.Match[str]) -> str:
    held = ".*" if blank[1] in _TEXT else r"[-+.\w]+"
    return f"(?P<{blank[1]}>{held})"


_REASONS = shapes(text for name, text in vars(reasons).items() if name.isupper())
