"""One-time codes: what somebody is told in one place and says in another, to prove that both are theirs.

Kept in memory: after a restart one asks for a new one.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Generic, TypeVar

from bot.core import unionwords
from bot.core.languages import say
from bot.quiz.errors import CodeMistake
from bot.quiz.ids import Address
from bot.quiz.rates import Rate, Window

Meaning = TypeVar("Meaning")

LIFE = timedelta(minutes=10)
MINUTES = LIFE // timedelta(minutes=1)
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Nothing that looks like something else."""
LENGTH = 8
"""Of 30 letters: 656,100,000,000 codes, of which a guesser may try five in ten minutes."""
WRONG = Rate(times=5, within=LIFE)
KEPT = 10_000


@dataclass(frozen=True, slots=True)
class _Given(Generic[Meaning]):
    meaning: Meaning
    until: datetime


def drawn() -> str:
    """A code by chance."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


class Codes(Generic[Meaning]):
    """What each code stands for, for ten minutes or until it was used; whoever asks again has only the newest.

    Args:
        draw: where codes come from.
    """

    def __init__(self, draw: Callable[[], str] = drawn) -> None:
        self._draw = draw
        self._given: dict[str, _Given[Meaning]] = {}
        self._wrong: dict[Address, Window] = {}

    def give(self, meaning: Meaning, now: datetime) -> str:
        """A new code, as it is told: `K7QF-2MWD`."""
        kept = {code: one for code, one in self._given.items() if one.until > now and one.meaning != meaning}
        self._given = dict(list(kept.items())[-KEPT:])
        code = self._draw()
        self._given[code] = _Given(meaning, now + LIFE)
        return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"

    def meant(self, said: str, by: Address, now: datetime) -> Meaning:
        """What a code stands for.

        Raises:
            CodeMistake: nothing, or not any more; or this person has said too many wrong ones.
        """
        wrong = self._wrong.get(by, Window())
        if wait := wrong.wait(WRONG, now):
            raise CodeMistake(say(unionwords.TOO_MANY_CODES, minutes=ceil(wait / timedelta(minutes=1))))
        given = self._given.get(_read(said))
        if given is None or given.until <= now:
            self._note(by, wrong.took(WRONG, now), now)
            raise CodeMistake(say(unionwords.NO_SUCH_CODE, minutes=MINUTES))
        return given.meaning

    def use(self, said: str) -> None:
        """It was used."""
        self._given.pop(_read(said), None)

    def _note(self, by: Address, wrong: Window, now: datetime) -> None:
        if len(self._wrong) >= KEPT:
            self._wrong = {one: window for one, window in self._wrong.items() if window.wait(WRONG, now)}
        self._wrong[by] = wrong


def _read(said: str) -> str:
    return "".join(said.split()).replace("-", "").upper()
