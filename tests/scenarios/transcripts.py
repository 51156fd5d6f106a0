"""Whole days as transcripts: what people type, and what they and everybody read, the same on every chat.

A file holds ```chat blocks. In them:

    clock> 2026-11-24 09:00         the clock shows this (UTC), and the heart beats
    ada> answer True True False     ada says something; indented lines go on with it
    ada> fill why: Because.         she fills in a field of the form she was given, by the field's name
    ada> send                       and sends it
    bot (ada)> ✓ Right … rank 1    what ada alone is shown next: these pieces, in this order
    bot> Agrees with everybody …    what everybody can read now: a message with these pieces, in this order
    bot (mo)> confirm {code}        one word of what is shown is kept under a name; `mo> confirm {code}` says it
    nobody reads> banker's          no public message says this
    locale> ada de                  ada's chat speaks German with her; before she says anything
    restart>                        the bot ends and is started again on the same database
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```chat\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"(?P<who>[^>\n]+?)>(?: (?P<text>.*))?")
_TO = re.compile(r"bot \((\w+)\)")
_KEPT = re.compile(r"\{([a-z]+)\}")
_MARKUP = re.compile(r"[*_`~|#>\\\u200b]|^-# ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a transcript."""

    number: int
    """Where it stands in the file."""
    who: str
    """`ada`, `bot`, `bot (ada)`, `clock`, `locale`, `nobody reads`, `restart`."""
    text: str

    @property
    def to(self) -> str:
        """Who alone is shown it; empty for everybody."""
        found = _TO.fullmatch(self.who)
        return found[1] if found else ""


def steps(file: Path) -> list[Step]:
    """Every step of a transcript, in order."""
    text, found = file.read_text("utf-8"), list[Step]()
    for block in _BLOCK.finditer(text):
        first = text.count("\n", 0, block.start(1)) + 1
        for number, line in enumerate(block[1].splitlines(), first):
            if line.startswith("  ") and found:
                last = found.pop()
                found.append(Step(number=last.number, who=last.who, text=f"{last.text}\n{line[2:]}"))
            elif line.strip():
                found.append(_step(file, number, line))
    return found


def _step(file: Path, number: int, line: str) -> Step:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"{file.name} line {number}: {line!r} is not `somebody> something`")
    return Step(number=number, who=match["who"], text=match["text"] or "")


def plain(text: str) -> str:
    """Words without any chat's markup, each blank one space."""
    return " ".join(_MARKUP.sub("", text).split())


def found(text: str, wanted: str) -> dict[str, str] | None:
    """What a text has where `{names}` stand in the wanted pieces; None when it lacks one, or has them in another order."""
    pieces = [plain(piece) for piece in wanted.split("…")]
    match = re.search(".*?".join(map(_pattern, pieces)), plain(text))
    return None if match is None else match.groupdict()


def reads(text: str, wanted: str) -> bool:
    """Whether a text has the wanted pieces, in their order."""
    return found(text, wanted) is not None


def said(text: str, kept: Mapping[str, str]) -> str:
    """What is typed: words that were kept stand where their names do, all other braces stay."""
    return _KEPT.sub(lambda name: kept.get(name[1], name[0]), text)


def _pattern(piece: str) -> str:
    literal = _KEPT.split(piece)
    return "".join(rf"(?P<{one}>[\w-]+)" if at % 2 else re.escape(one) for at, one in enumerate(literal))
