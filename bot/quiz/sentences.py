"""A sentence with blanks that stays sayable in another language: its text is English, its parts are kept."""

from collections.abc import Mapping
from typing import Self


class Sentence(str):
    """English text that remembers how it was made.

    Args:
        sentence: the names of its blanks in braces.
        values: what fills them.
    """

    __slots__ = ("sentence", "values")
    sentence: str
    values: Mapping[str, object]

    def __new__(cls, sentence: str, /, **values: object) -> Self:
        """The text, and beside it the parts."""
        made = super().__new__(cls, sentence.format(**values))
        made.sentence, made.values = sentence, values
        return made
