"""A language in which every sentence of the catalogues looks strange, so that what is in none of them can be seen.

`Posted: {title}` is `Ƥǿşŧḗḓ: {title}`; whatever still reads as plain words is content, or was never in a catalogue.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from bot.chats.console.inbox import LEARNER, MODERATOR

PSEUDO = "qps"
"""Kept for the private use of whoever tests languages."""
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STRANGE = str.maketrans(_PLAIN, "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
STEP = re.compile(rf"▶ (?:{'|'.join((*LEARNER, *MODERATOR))})\b[^(\n]*")
"""A next step as the console and transcripts write it: a command, which is the same in every language."""
_BACK = {strange: plain for plain, strange in _STRANGE.items()}
_BLANK = re.compile(r"(\{[^{}]*\})")
_WORD = r"(?<![\w=:/@.~-])[A-Za-z][A-Za-z'’]+(?![\w=/@-]|[.:]\w)"
_WORDS = re.compile(rf"{_WORD}(?:[,;:.]? +{_WORD})+")


def strange(sentence: str) -> str:
    """As it is said in this language; what fills a blank stays as it comes."""
    return "".join(part if part.startswith("{") else part.translate(_STRANGE) for part in _BLANK.split(sentence))


def plain(shown: str) -> str:
    """What is shown in this language, in English again."""
    return shown.translate(_BACK)


def unsaid(shown: str, content: Iterable[str]) -> list[str]:
    """Runs of two plain words or more that are no content: sentences that no catalogue has."""
    known = _even(" | ".join(content))
    runs = (found[0] for line in _CODE.sub("`", shown).splitlines() for found in _WORDS.finditer(line))
    return sorted({run for run in runs if _even(run) not in known})


def texts(value: object) -> Iterator[str]:
    """Every text within a value, but the words of the store."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield from texts(tuple(value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from texts(one)


def _even(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+(?:['’][a-z]+)*", text.casefold()))
