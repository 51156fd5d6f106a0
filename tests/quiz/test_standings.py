from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.ids import MemberId
from bot.quiz.standings import Tally, around, gap_above, place_of, ranked, winners

TALLIES = st.lists(st.tuples(st.text(max_size=5), st.integers(0, 6)), max_size=12).map(
    lambda rows: [Tally(member=MemberId(at), name=name, points=points) for at, (name, points) in enumerate(rows)]
)


def tallies(**points: int) -> list[Tally]:
    return [Tally(member=MemberId(at), name=name, points=value) for at, (name, value) in enumerate(points.items())]


def test_ties_share_a_rank_and_the_next_rank_is_skipped() -> None:
    rows = ranked(tallies(dan=5, cleo=20, ben=20, ada=30))
    assert [(row.rank, row.name) for row in rows] == [(1, "ada"), (2, "ben"), (2, "cleo"), (4, "dan")]


@given(TALLIES)
def test_a_rank_is_one_more_than_the_number_of_people_above(rows: list[Tally]) -> None:
    for standing in ranked(rows):
        assert standing.rank == 1 + sum(other.points > standing.points for other in rows)


@given(TALLIES, st.randoms(use_true_random=False))
def test_the_order_people_came_in_never_matters(rows: list[Tally], random: st.DataObject) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ranked(shuffled) == ranked(rows)


def test_nobody_wins_alone_or_in_a_pair() -> None:
    assert winners(ranked(tallies(ada=9, ben=3)), 2) == ()
    assert [row.name for row in winners(ranked(tallies(ada=9, ben=9, cleo=1)), 3)] == ["ada", "ben"]


def test_a_person_sees_two_neighbours_on_each_side_and_the_gap_above() -> None:
    rows = ranked(tallies(a=90, b=80, c=70, d=60, e=50, f=40))
    assert [row.name for row in around(rows, MemberId(3))] == ["b", "c", "d", "e", "f"]
    assert gap_above(rows, MemberId(3)) == 10
    assert gap_above(rows, MemberId(0)) is None


def test_who_took_no_part_has_no_place() -> None:
    rows = ranked(tallies(a=1))
    assert place_of(rows, MemberId(7)) is None
    assert around(rows, MemberId(7)) == ()
