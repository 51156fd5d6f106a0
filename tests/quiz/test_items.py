import random
from math import exp

import pytest

from bot.quiz.ids import MemberId, RoundId
from bot.quiz.items import ENOUGH, OTHERS, PLENTY, Finding, Item, Merits, Way, analysed, wilson

QUESTIONS = 20
TRUE, TRAP = "T", "M"


def a_season(seed: int, *, people: int, wrong_key: bool = False) -> list[Way]:
    """Who knows an answer gives it, others fall for a trap or guess; the key of the first question may be wrong."""
    chance, ways = random.Random(seed), []
    skill = [chance.gauss(0, 1) for _ in range(people)]
    for question in range(QUESTIONS):
        hard = chance.gauss(-0.3, 1)
        for member in range(people):
            if question and chance.random() > 0.6:
                continue
            knows = chance.random() < 1 / (1 + exp(1.7 * (hard - skill[member])))
            answer = TRUE if knows else TRAP if chance.random() < 0.5 else chance.choice([TRUE, TRAP, "C", "D"])
            right = answer == (TRAP if wrong_key and not question else TRUE)
            ways.append(a_way(member, question, answer=answer, right=right))
    return ways


def a_way(
    member: int, question: int = 0, *, answer: str = TRUE, right: bool = True, tries: int = 1, hints: int = 0
) -> Way:
    return Way(
        round=RoundId(question),
        member=MemberId(member),
        answer=answer,
        right=right,
        tries=tries,
        hints=hints,
        points=20 if right else 1,
    )


def first(ways: list[Way]) -> Item:
    mine = [one for one in ways if one.round == 0]
    return analysed(mine, Merits(ways).besides([RoundId(0)]), options=(TRUE, TRAP, "C", "D"))


def severe(item: Item) -> bool:
    return any(finding.severe for finding in item.findings)


def test_most_wrong_keys_are_found_among_thirty_people_and_no_right_one_is_suspected() -> None:
    found = sum(severe(first(a_season(seed, people=30, wrong_key=True))) for seed in range(60))
    assert found >= 48
    assert not [seed for seed in range(120) if severe(first(a_season(seed, people=30)))]


def test_a_key_that_nobody_chooses_is_suspected_where_those_who_know_agree_on_another_answer() -> None:
    ways = [a_way(member, answer=TRAP if member < 20 else "C", right=False) for member in range(40)]
    merit = {MemberId(member): float(member < 20) for member in range(40)}
    assert Finding.BEST_CHOOSE_ANOTHER in analysed(ways, merit).findings


def test_a_key_that_those_who_know_do_not_choose_is_said_to_be_one() -> None:
    item = first(a_season(1, people=80, wrong_key=True))
    assert Finding.BEST_CHOOSE_ANOTHER in item.findings
    assert item.discrimination is not None
    assert item.discrimination < 0


def test_statistics_are_of_first_tries() -> None:
    ways = [a_way(0), a_way(1, answer="C", right=False, tries=3, hints=2), a_way(2, tries=2), a_way(3, hints=1)]
    item = analysed(ways, {}, options=(TRUE, "C", "D"))
    assert (item.people, item.right, item.share, item.hinted, item.tries) == (4, 3, 75, 2, 1.5)
    assert [(one.answer, one.people, one.right) for one in item.answers] == [
        (TRUE, 3, True),
        ("C", 1, False),
        ("D", 0, False),
    ]
    assert (item.discrimination, item.findings) == (None, ())


@pytest.mark.parametrize(
    ("right", "people", "finding"),
    [
        (ENOUGH, ENOUGH, Finding.TOO_EASY),
        (2, ENOUGH, Finding.TOO_HARD),
        (15, ENOUGH, None),
        (ENOUGH - 1, ENOUGH - 1, None),
    ],
)
def test_too_easy_and_too_hard_are_said_of_enough_people(right: int, people: int, finding: Finding | None) -> None:
    item = analysed([a_way(member, right=member < right) for member in range(people)], {})
    assert item.findings == ((finding,) if finding else ())


def test_an_option_that_nobody_takes_is_dead_once_plenty_of_people_answered() -> None:
    ways = [a_way(member, answer=TRUE if member % 2 else "C", right=bool(member % 2)) for member in range(PLENTY)]
    assert analysed(ways, {}, options=(TRUE, "C", "D")).findings == (Finding.DEAD_OPTION,)
    assert analysed(ways, {}, options=(TRUE, "C")).findings == ()
    assert analysed(ways[1:], {}, options=(TRUE, "C", "D")).findings == ()


def test_merit_is_what_somebody_earned_elsewhere_as_a_share_of_the_best_there() -> None:
    ways = [a_way(1, question, right=question != 2) for question in range(OTHERS + 1)]
    ways += [a_way(2, question) for question in range(OTHERS + 1)]
    ways += [a_way(3, 1)]  # known from one question only
    merit = Merits(ways).besides([RoundId(0)])
    assert merit == {MemberId(1): pytest.approx((1 + 0.05 + 1) / 3), MemberId(2): 1.0}


def test_where_all_did_the_same_nothing_discriminates() -> None:
    ways = [a_way(member) for member in range(40)]
    assert analysed(ways, {MemberId(member): member / 40 for member in range(40)}).discrimination is None


@pytest.mark.parametrize(("right", "people", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (0, 0, 0, 1)])
def test_the_interval_of_a_share_is_wilsons(right: int, people: int, low: float, high: float) -> None:
    assert wilson(right, people) == pytest.approx((low, high), abs=0.001)
