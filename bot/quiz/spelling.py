"""What somebody may have meant by a word nobody knows."""

import difflib
from collections.abc import Iterable

from bot.quiz.sentences import Sentence


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean daily?`, or nothing when no known word is near."""
    by_case = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(word.casefold(), sorted(by_case), n=1, cutoff=0.5)
    return Sentence("; did you mean {word}?", word=by_case[close[0]]) if close else ""
