"""The doors to what is made of the ledger: boards, corrections and sprints; and to what is forgotten of it.

Their law is that of `ports`.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.core.errands import Errand
from bot.core.records import Act, Correction, Member
from bot.quiz.boards import Period
from bot.quiz.ids import Address, CommunityId, MemberId
from bot.quiz.lives import Live
from bot.quiz.sprints import Sprint
from bot.quiz.standings import Standing
from bot.quiz.streaks import Streak


class Boards(Protocol):
    """Who stands where, per community and period. Derived from the ledger, never behind it. Raises only StoreTrouble.

    People who are hidden, or muted there, are on no board and take no rank; they themselves are told theirs.
    """

    async def top(self, community: CommunityId, period: Period, *, rows: int) -> tuple[Standing, ...]:
        """The best, at most `rows`; the order inside a tie is the alphabet's (of up to 40 people at the cut)."""
        ...

    async def standing(self, community: CommunityId, period: Period, member: MemberId) -> Standing | None:
        """Where one person stands; None when they took no part."""
        ...

    async def around(
        self, community: CommunityId, period: Period, member: MemberId, *, reach: int
    ) -> tuple[Standing, ...]:
        """The person and up to `reach` neighbours on each side, best first; empty when they took no part."""
        ...

    async def gap(self, community: CommunityId, period: Period, member: MemberId) -> int | None:
        """Points missing to the next better rank; None at the top and for who took no part."""
        ...

    async def participants(self, community: CommunityId, period: Period) -> int:
        """How many people are on a board."""
        ...

    async def streak(self, community: CommunityId, member: MemberId) -> Streak:
        """One person's streak as it stands."""
        ...

    async def rebuild(self, community: CommunityId) -> None:
        """Derive everything anew from the ledger; what the boards say stays the same."""
        ...


class Sprints(Protocol):
    """Sprints, one a person and day in a community. Their board knows them at once. Raises only StoreTrouble."""

    async def sprint(self, community: CommunityId, member: MemberId, day: date) -> Sprint | None:
        """One person's sprint of a day; None when they have not begun one."""
        ...

    async def keep(self, community: CommunityId, member: MemberId, sprint: Sprint) -> None:
        """Write down how far a sprint has come; the last call for its day wins."""
        ...


class Lives(Protocol):
    """Study nights, and everybody's first answer to each of their questions. Raises only StoreTrouble."""

    async def begin_live(self, live: Live) -> Live:
        """Write a new one down; its id becomes the store's own."""
        ...

    async def keep_live(self, live: Live) -> None:
        """Write down how far one has come; the last call wins."""
        ...

    async def live(self, id: int) -> Live | None:  # noqa: A002 - the noun's own word
        """One by its id."""
        ...

    async def live_now(self, community: CommunityId) -> Live | None:
        """The latest of a community that is not over."""
        ...

    async def answer_live(self, id: int, at: int, member: MemberId, *, right: bool) -> bool:  # noqa: A002
        """Write a first answer down; False, and nothing is written, when there was one."""
        ...

    async def live_answers(self, id: int) -> Mapping[int, Mapping[MemberId, bool]]:  # noqa: A002
        """Whether each person was right, by question and person."""
        ...


class Corrections(Protocol):
    """What moderators correct afterwards, and the log of what they did. Raises only StoreTrouble."""

    async def correct(self, correction: Correction, *, then: Sequence[Errand] = ()) -> bool:
        """Apply a correction: settlements, the round's ruling, the audit log and what follows, in one transaction.

        False, with nothing changed, when the ledger is no longer what the preview was made from: the round has another
        ruling, another number of its entries is settled, or an entry's settlement is not its `before`.
        """
        ...

    async def people(self, community: CommunityId) -> tuple[Member, ...]:
        """Everybody who answered, sprinted, studied live, wrote or moderated in a community, hidden or not, by id."""
        ...

    async def record(self, act: Act) -> None:
        """Write an act into the audit log. Nothing is ever taken out of it."""
        ...

    async def acts(self, community: CommunityId) -> tuple[Act, ...]:
        """The audit log of a community, oldest first."""
        ...


class Privacy(Protocol):
    """What people leave behind, and how it goes. Raises only StoreTrouble."""

    async def erase(self, address: Address, *, now: datetime) -> bool:
        """Erase a person in one transaction: address, name, scores, streaks, help taken, and all they wrote.

        Their answers stay as nobody's, so that a question still knows how it went. An older backup that is restored
        erases them again. False when nobody is known by the address.
        """
        ...

    async def forget_sources(self, before: datetime) -> int:
        """Forget the source text of answers to rounds that closed before; verdicts and points stay.

        Returns how many rounds that were, each once.
        """
        ...
