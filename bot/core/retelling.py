"""What is kept in English, because whoever reads it may speak another language than whoever it was written for.

It is said again by its shape: reasons of verdicts (`quiz.reasons`), of score lines (`typed.RULES`), what acts of
moderators came to (`core.auditing`), and what the bank says to authors (`locales/questions.txt`, which is generated).
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from bot.core.languages import LOCALES, explained, say
from bot.quiz import reasons
from bot.quiz.sentences import Sentence

Shapes = Mapping[str, re.Pattern[str]]
_BLANK = re.compile(r"\\{(\w+)(?:!r)?\\}")
_TEXT = frozenset({"author", "last", "message", "places", "point", "ranks", "scores", "title", "trouble", "at", "why"})
"""Blanks that hold any text; the others hold a number or a name, so that an author's sentence is not taken for ours."""
TEMPLATES = LOCALES / "questions.txt"
_NAMES = re.compile(r"\{\w+\}")
_QUOTED = re.compile(r"`[^`]*`")
_LISTED = r"(?:`[^`]*`|\d\.\d+)(?:, (?:`[^`]*`|\d\.\d+))*"
"""Code or versions, as a list has them; elsewhere "and" may be quoted from a question."""
_WORD = r"[-+.:/\w]+"


def shapes(sentences: Iterable[str], text: str = "") -> Shapes:
    """How to know sentences again, whatever fills their blanks (`text`, where given). Who says most is first."""
    return {one: _shape(one, text) for one in sorted(sentences, key=lambda one: -len(_NAMES.sub("", one)))}


def retold(text: str, known: Shapes, parts: Shapes | None = None) -> str:
    """The text in the language spoken now, if it is one of the known sentences, else as it is; its parts likewise."""
    for sentence, shape in known.items():
        if found := shape.fullmatch(text):
            held = found.groupdict()
            return say(sentence, **{name: retold(one, parts, parts) for name, one in held.items()} if parts else held)
    return text


def translated(reason: str) -> str:
    """A verdict's reason, or what a case expects or came to; what authors and programs wrote stays as it is."""
    return explained(reason) if isinstance(reason, Sentence) else retold(reason, _REASONS)


def of_questions(text: str) -> str:
    """What the bank said about a question that somebody writes; what is quoted from it stays as it is."""
    if _QUOTED.fullmatch(text):
        return text
    for template, shape in _of_questions().items():
        if found := shape.fullmatch(text):
            parts = {name: of_questions(held) for name, held in found.groupdict().items()}
            return say(template).replace("!r}", "}").format(**parts)  # what is quoted has its quotes
    said = translated(text)
    return said if said != text else translated(f"{text}.").removesuffix(".")  # a clause of its own, or within another


@cache
def _of_questions() -> Shapes:
    templates = TEMPLATES.read_text("utf-8").splitlines()
    ends = [one for one in templates if one.startswith("{text} on Python")]
    lists = [one for one in templates if one.startswith("{words}")]
    return {**shapes(ends, ".*"), **shapes({*templates} - {*lists}, ".*"), **shapes(lists, _LISTED)}


def _shape(sentence: str, text: str) -> re.Pattern[str]:
    before: set[str] = set()

    def held(blank: re.Match[str]) -> str:
        name = blank[1]
        if name in before:
            return f"(?P={name})"
        before.add(name)
        return f"(?P<{name}>{text or ('.*' if name in _TEXT else _WORD)})"

    pattern = _BLANK.sub(held, re.escape(sentence)).replace(r"\{\{", r"\{").replace(r"\}\}", r"\}")
    return re.compile(pattern, re.DOTALL)


_REASONS = shapes(text for name, text in vars(reasons).items() if name.isupper())
