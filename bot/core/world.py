"""Everything the use cases can reach, handed to them as one value."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.core.ports import Agenda, Bank, Chat, Clock, Judge, Ledger
from bot.core.records import Community, Round, RoundState
from bot.quiz.ids import MemberId, Place, RoundId
from bot.quiz.pythons import Version
from bot.quiz.questions import Question


class Turns:
    """One learner's answers to one question are judged one after the other, so that tries are counted right."""

    def __init__(self) -> None:
        self._locks: dict[tuple[RoundId, MemberId], tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, round: RoundId, member: MemberId) -> AsyncIterator[None]:  # noqa: A002 - the noun's own word
        """Wait for your turn, and hold it."""
        key = round, member
        lock, waiting = self._locks.get(key, (asyncio.Lock(), 0))
        self._locks[key] = lock, waiting + 1
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks.pop(key)
            if waiting > 1:
                self._locks[key] = lock, waiting - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The ports, and the Python that answers are judged on."""

    agenda: Agenda
    ledger: Ledger
    bank: Bank
    judge: Judge
    clock: Clock
    chats: Mapping[str, Chat]
    """By the first part of a place: `console`, `discord` of `discord:81…`."""
    version: Version
    turns: Turns = field(default_factory=Turns)

    def chat_at(self, place: Place) -> Chat:
        """The chat a place belongs to."""
        return self.chats[place.partition(":")[0]]

    async def community_at(self, place: Place) -> Community | None:
        """Whose place it is."""
        return next((one for one in await self.agenda.communities() if one.place == place), None)

    async def latest(self, community: Community, *states: RoundState) -> Round | None:
        """The youngest round in one of the states."""
        rounds = await self.agenda.rounds(community.id)
        return next((one for one in reversed(rounds) if one.state in states), None)

    def question_of(self, one: Round) -> Question | None:
        """What a round asks; None when the bank no longer has it."""
        return self.bank.question(one.question)
