"""The places of communities, in dictionaries."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from bot.core.records import Community, Seat
from bot.quiz.ids import CommunityId, Place, Ref, RoundId
from bot.quiz.schedules import Schedule


class MemoryPlaces:
    """Keeps the port `Places`, and of `Agenda` what is about communities."""

    def __init__(self) -> None:
        super().__init__()
        self._communities: dict[CommunityId, Community] = {}
        """Each with the seats that are taken."""
        self._seats: dict[CommunityId, list[Place]] = {}
        """Every place a community ever had, by number."""
        self._posts: dict[RoundId, dict[Place, Ref]] = {}

    async def enrol(self, place: Place, schedule: Schedule, *, now: datetime) -> Community:
        """See the port."""
        known = self._at(place)
        if known is None:
            id_ = CommunityId(len(self._communities) + 1)
            seed = sha256(place.encode()).hexdigest()[:16]
            seats = (Seat(number=0, place=place),)
            known = Community(id=id_, place=place, schedule=schedule, seed=seed, since=now, seats=seats)
            self._seats[id_] = [place]
        self._communities[known.id] = replace(known, schedule=schedule)
        return self._communities[known.id]

    async def communities(self) -> tuple[Community, ...]:
        """See the port."""
        return tuple(one for one in self._communities.values() if one.seats)

    async def join(self, community: CommunityId, place: Place, *, now: datetime) -> Community:
        """See the port."""
        if place not in self._communities[community].places:
            await self.leave(place, now=now)
            seats = self._seats[community]
            if place not in seats:
                seats.append(place)
            mine = Seat(number=seats.index(place), place=place)
            self._seat(community, (*self._communities[community].seats, mine))
        return self._communities[community]

    async def leave(self, place: Place, *, now: datetime) -> None:  # noqa: ARG002 - nobody asks when
        """See the port."""
        known = self._at(place)
        if known is not None:
            self._seat(known.id, tuple(one for one in known.seats if one.place != place))

    async def posts(self, round: RoundId) -> Mapping[Place, Ref]:  # noqa: A002
        """See the port."""
        return dict(self._posts.get(round, {}))

    def _at(self, place: Place) -> Community | None:
        return next((one for one in self._communities.values() if place in one.places), None)

    def _seat(self, community: CommunityId, seats: tuple[Seat, ...]) -> None:
        seats = tuple(sorted(seats, key=lambda one: one.number))
        first = seats[0].place if seats else Place(f"left:{community}")
        self._communities[community] = replace(self._communities[community], seats=seats, place=first)
