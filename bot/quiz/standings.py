"""Who stands where. Ties share a rank (1, 2, 2, 4), and the bottom is never printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.quiz.ids import MemberId

PUBLIC_ROWS = 10
NEIGHBOURS = 2
PARTICIPANTS_FOR_A_WINNER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One person's points in one period."""

    member: MemberId
    name: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person's place."""

    rank: int
    member: MemberId
    name: str
    points: int


def ranked(tallies: Iterable[Tally]) -> tuple[Standing, ...]:
    """All of them, best first. Inside a tie the order is the alphabet's, never who came first."""
    rows = sorted(tallies, key=in_order)
    standings: list[Standing] = []
    for at, tally in enumerate(rows):
        tied = bool(standings) and standings[-1].points == tally.points
        rank = standings[-1].rank if tied else at + 1
        standings.append(Standing(rank=rank, member=tally.member, name=tally.name, points=tally.points))
    return tuple(standings)


def in_order(one: Tally | Standing) -> tuple[int, str, MemberId]:
    """What a board is sorted by."""
    return (-one.points, one.name.casefold(), one.member)


def place_of(standings: Sequence[Standing], member: MemberId) -> Standing | None:
    """Where one person stands, if they took part."""
    return next((row for row in standings if row.member == member), None)


def around(standings: Sequence[Standing], member: MemberId, reach: int = NEIGHBOURS) -> tuple[Standing, ...]:
    """The person and up to `reach` neighbours on each side."""
    at = next((at for at, row in enumerate(standings) if row.member == member), None)
    return () if at is None else tuple(standings[max(0, at - reach) : at + reach + 1])


def gap_above(standings: Sequence[Standing], member: MemberId) -> int | None:
    """Points missing to the next better rank; None at the top or without a place."""
    mine = place_of(standings, member)
    if mine is None:
        return None
    better = [row.points for row in standings if row.points > mine.points]
    return min(better) - mine.points if better else None


def winners(standings: Sequence[Standing], participants: int) -> tuple[Standing, ...]:
    """Everybody on rank 1, once at least three people took part."""
    if participants < PARTICIPANTS_FOR_A_WINNER:
        return ()
    return tuple(row for row in standings if row.rank == 1)
