"""How much two texts are alike: evidence for people, never a verdict.

Code is compared by its tokens, with names, numbers and texts taken out of it; nobody's code is parsed, let alone run,
on our side. Of the runs of tokens those with the least hash in each window are its fingerprints (Schleimer, Wilkerson
and Aiken, "Winnowing", 2003): whatever two sources share over RUN + WINDOW - 1 tokens shows in one of them at least.
"""

import builtins
import io
import keyword
import re
import token
import tokenize
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Generic, TypeVar
from zlib import crc32

RUN, WINDOW = 6, 4
"""Tokens of a run, and runs of a window."""
LONGEST = 16_000
"""Characters of a source that is looked at: tokens of 64,000 would take a third of a second of everybody's time."""
LEAST_TOKENS = 60
"""Of two answers worth comparing: what is shorter is naturally equal."""
LEAST_RARE = 8
"""Fingerprints that two answers share and few others have."""
LEAST_SHARE = 80
"""Percent of the smaller answer."""
FEW = 3
"""So many people may have a fingerprint by chance; from 30 people on a tenth of them."""

_KEPT = frozenset(dir(builtins)) | frozenset(keyword.kwlist)
_SILENT = frozenset({token.COMMENT, token.NL, token.ENCODING, token.ENDMARKER})
_WORD = re.compile(r"\w+")

Who = TypeVar("Who", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[Who]):
    """Two answers that are alike."""

    who: tuple[Who, Who]
    share: int
    """Percent of the smaller one's rare fingerprints that the other has as well."""
    rare: int
    """How many those are."""


def similar(answers: Mapping[Who, str], *, given: str = "") -> list[Pair[Who]]:
    """Pairs whose code is alike where that of others is not, the most alike first.

    Args:
        answers: right code of one question, one a person.
        given: what everybody began with; whatever it has in common with an answer does not count.
    """
    found = {who: fingerprints(source) for who, source in answers.items() if len(shape(source)) >= LEAST_TOKENS}
    common = fingerprints(given)
    owners = Counter(mark for marks in found.values() for mark in marks)
    few = max(FEW, len(answers) // 10)
    rare = {who: frozenset(m for m in marks - common if owners[m] <= few) for who, marks in found.items()}
    holders: dict[int, list[Who]] = {}
    for who, marks in rare.items():
        for mark in marks:
            holders.setdefault(mark, []).append(who)
    shared = Counter(pair for whose in holders.values() for pair in combinations(whose, 2))
    pairs = [
        Pair(who=(a, b), share=100 * many // min(len(rare[a]), len(rare[b])), rare=many)
        for (a, b), many in shared.items()
        if many >= LEAST_RARE
    ]
    return sorted((one for one in pairs if one.share >= LEAST_SHARE), key=lambda one: (-one.share, -one.rare))


def alike(one: str, other: str) -> int:
    """Percent of the smaller source that is in the other one as well; 0 where either is too small to say."""
    marks, others = fingerprints(one), fingerprints(other)
    if min(len(shape(one)), len(shape(other))) < LEAST_TOKENS:
        return 0
    return 100 * len(marks & others) // min(len(marks), len(others))


def alike_in_words(one: str, other: str) -> int:
    """Percent of all pairs of neighbouring words that two texts have in common."""
    pairs, others = _neighbours(one), _neighbours(other)
    return 100 * len(pairs & others) // max(1, len(pairs | others))


@lru_cache(maxsize=4096)
def fingerprints(source: str) -> frozenset[int]:
    """The hashes that stand for a source."""
    tokens = shape(source)
    runs = [crc32("\0".join(tokens[at : at + RUN]).encode()) for at in range(len(tokens) - RUN + 1)]
    return frozenset(min(runs[at : at + WINDOW]) for at in range(max(1, len(runs) - WINDOW + 1)) if runs)


@lru_cache(maxsize=4096)
def shape(source: str) -> Sequence[str]:
    """The tokens without what people choose freely: names, numbers, texts and comments."""
    return tuple(_shape(source[:LONGEST]))


def _shape(source: str) -> Iterator[str]:
    before = ""
    try:
        for one in tokenize.generate_tokens(io.StringIO(source).readline):
            if one.type in _SILENT:
                continue
            yield _plain(one, attribute=before == ".")
            before = one.string
    except (tokenize.TokenError, SyntaxError, RecursionError):
        return


def _plain(one: tokenize.TokenInfo, *, attribute: bool) -> str:
    match one.type:
        case token.NAME:
            return one.string if attribute or one.string in _KEPT else "n"
        case token.NUMBER:
            return "0"
        case token.OP:
            return one.string
        case _:
            return token.tok_name[one.type]


@lru_cache(maxsize=4096)
def _neighbours(text: str) -> frozenset[tuple[str, str]]:
    words = _WORD.findall(text.casefold())
    return frozenset(pairwise(words))
