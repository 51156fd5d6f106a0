"""What code must use, or must do without, told by its tokens: no learner's code is parsed, let alone run, on our side.

`for`, `while`, `if`, `import`, `return` … mean a statement that begins so; `comprehension` is a `for` between brackets;
`.sort` is a method or attribute; any other word is a name, such as `sorted` or `lambda`. What stands inside an f-string
counts from Python 3.12 on, where it has tokens of its own.
"""

import io
import keyword
import token
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.quiz.sentences import Sentence

COMPREHENSION = "comprehension"
_OPENING, _CLOSING = "([{", ")]}"
_ANYWHERE = {"lambda", "and", "or", "not", "in", "is", "None", "True", "False", "await", "yield", "else"}
"""Keywords that count wherever they stand; the others have to begin a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constructs:
    """Words an answer has to use, and words it has to do without."""

    need: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()

    def broken(self, source: str) -> str:
        """What is wrong with a source by these words, as a sentence; empty when nothing is."""
        if not (self.need or self.forbid):
            return ""
        used = set(_used(source))
        if found := [word for word in self.forbid if word in used]:
            return Sentence("This question is to be answered without {words}.", words=_listed(found))
        if missing := [word for word in self.need if word not in used]:
            return Sentence("This question is to be answered with {words}.", words=_listed(missing))
        return ""


def _used(source: str) -> Iterator[str]:
    depth, first, before = 0, True, ""
    for kind, text in _tokens(source):
        if text in _OPENING and kind == token.OP:
            depth += 1
        elif text in _CLOSING and kind == token.OP:
            depth -= 1
        elif kind == token.NAME:
            yield from _meant(text, first=first, inside=depth > 0, attribute=before == ".")
        if kind in (token.NEWLINE, token.INDENT, token.DEDENT) or (depth == 0 and text in (":", ";", "async")):
            first = True
        elif kind not in (token.NL, token.COMMENT):
            first = False
        before = text


def _meant(word: str, *, first: bool, inside: bool, attribute: bool) -> Iterator[str]:
    if attribute:
        yield f".{word}"
    elif word == "for" and inside:
        yield COMPREHENSION
    elif first or word in _ANYWHERE or not keyword.iskeyword(word):
        yield word


def _tokens(source: str) -> Iterator[tuple[int, str]]:
    """Kinds and texts, as far as the source can be read; that it cannot be is for the judge to say."""
    try:
        for one in tokenize.generate_tokens(io.StringIO(source).readline):
            yield one.type, one.string
    except (tokenize.TokenError, SyntaxError, RecursionError):
        return


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
