"""Study nights in dictionaries."""

from collections.abc import Mapping, MutableMapping
from dataclasses import replace

from bot.quiz.ids import CommunityId, MemberId
from bot.quiz.lives import Live


class MemoryLives:
    """Keeps the port `Lives`."""

    _lives: MutableMapping[int, Live]
    _live_answers: MutableMapping[tuple[int, int, MemberId], bool]

    async def begin_live(self, live: Live) -> Live:
        """See the port."""
        begun = replace(live, id=len(self._lives) + 1)
        self._lives[begun.id] = begun
        return begun

    async def keep_live(self, live: Live) -> None:
        """See the port."""
        self._lives[live.id] = live

    async def live(self, id: int) -> Live | None:  # noqa: A002 - the noun's own word
        """See the port."""
        return self._lives.get(id)

    async def live_now(self, community: CommunityId) -> Live | None:
        """See the port."""
        running = [one for one in self._lives.values() if one.community == community and not one.over]
        return running[-1] if running else None

    async def answer_live(self, id: int, at: int, member: MemberId, *, right: bool) -> bool:  # noqa: A002
        """See the port."""
        new = (id, at, member) not in self._live_answers
        self._live_answers.setdefault((id, at, member), right)
        return new

    async def live_answers(self, id: int) -> Mapping[int, Mapping[MemberId, bool]]:  # noqa: A002
        """See the port."""
        answers: dict[int, dict[MemberId, bool]] = {}
        for (live, at, member), right in self._live_answers.items():
            if live == id:
                answers.setdefault(at, {})[member] = right
        return answers
