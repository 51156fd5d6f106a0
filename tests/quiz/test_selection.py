from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.quiz.errors import BankTrouble
from bot.quiz.ids import QuestionId
from bot.quiz.pythons import PythonRange
from bot.quiz.questions import Question
from bot.quiz.queues import queue
from bot.quiz.selection import Asked, pick, suits, unused
from bot.quiz.setups import parse
from bot.quiz.sources import ANYTHING, Source, Theme
from bot.testing.questions import a_coding, an_essay, an_output

MONDAY = date(2026, 11, 23)
BANKS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 5)), min_size=1, max_size=12).map(
    lambda rows: [an_output(f"q{at}", topic=f"{topic}/x", level=level) for at, (topic, level) in enumerate(rows)]
)


WIDE = [an_output(f"{topic}{at}", topic=f"{topic}/{'xy'[at % 2]}") for topic in "abcd" for at in range(6)]


def days(bank: list[Question], count: int, seed: str = "s", source: Source = ANYTHING) -> list[Question]:
    asked: list[Asked] = []
    picked = []
    for at in range(count):
        day = MONDAY + timedelta(days=at)
        one = pick(bank, asked, day=day, seed=seed, versions=((3, 11),), source=source)
        asked.append(Asked(question=one.id, date=day))
        picked.append(one)
    return picked


@given(BANKS)
def test_no_question_repeats_before_the_pool_is_used_up(bank: list[Question]) -> None:
    picked = days(bank, 2 * len(bank))
    assert {one.id for one in picked[: len(bank)]} == {one.id for one in picked[len(bank) :]} == {q.id for q in bank}


@given(BANKS, st.text(max_size=3))
def test_the_same_history_and_seed_give_the_same_question(bank: list[Question], seed: str) -> None:
    assert days(bank, 5, seed) == days(list(reversed(bank)), 5, seed)


def test_the_topic_of_the_day_before_is_left_out() -> None:
    bank = [an_output(f"{topic}{at}", topic=f"{topic}/x") for topic in "ab" for at in range(5)]
    subjects = [one.subject for one in days(bank, 10)]
    assert all(left != right for left, right in pairwise(subjects))


def test_the_level_rises_from_monday_to_thursday() -> None:
    bank = [an_output(f"{topic}{level}", topic=f"{topic}/x", level=level) for topic in "abcd" for level in (1, 2, 3, 4)]
    assert [one.level for one in days(bank, 4)] == [1, 2, 3, 4]


def test_what_makes_no_sense_on_this_python_is_not_asked() -> None:
    bank = [an_output("new", python=PythonRange.parse(">=3.14")), an_output("old")]
    assert {one.id for one in days(bank, 3)} == {"old"}


def test_an_empty_bank_says_so() -> None:
    with pytest.raises(BankTrouble):
        pick([], [], day=MONDAY, seed="s", versions=((3, 11),))


def test_a_pin_wins_over_every_other_rule() -> None:
    source = Source(pins=((MONDAY, QuestionId("b3")),), bans=frozenset("b"))
    picked = days(WIDE, 2, source=source)
    assert picked[0].id == "b3"
    assert picked[1].subject != "b"


def test_a_pin_to_what_cannot_be_asked_is_passed_over() -> None:
    draft = replace(an_output("draft"), live=False)
    for name in ("draft", "nobody"):
        source = Source(pins=((MONDAY, QuestionId(name)),))
        assert days([draft, *WIDE], 1, source=source) == days(WIDE, 1)


def test_a_second_question_of_a_day_is_not_its_pin_again() -> None:
    source = Source(pins=((MONDAY, QuestionId("b3")),))
    before = [Asked(question=QuestionId("b3"), date=MONDAY)]
    assert pick(WIDE, before, day=MONDAY, seed="s", versions=((3, 11),), source=source).id != "b3"


def test_what_is_pinned_for_later_is_not_used_up_before() -> None:
    later = MONDAY + timedelta(days=20)
    for one in WIDE:
        picked = days(WIDE, 21, source=Source(pins=((later, one.id),)))
        assert [at for at, question in enumerate(picked) if question.id == one.id] == [20]


@given(st.sets(st.sampled_from(["a", "b/x", "c"]), min_size=1))
def test_a_banned_topic_is_not_asked_and_a_pack_is_not_left(names: set[str]) -> None:
    def named(one: Question) -> bool:
        return one.subject in names or one.topic in names

    assert not any(named(one) for one in days(WIDE, 24, source=Source(bans=frozenset(names))))
    assert all(named(one) for one in days(WIDE, 24, source=Source(pack=frozenset(names))))


def test_a_theme_holds_for_its_week_and_varies_inside_it() -> None:
    picked = days(WIDE, 14, source=Source(theme=Theme(topic="c", monday=MONDAY)))
    assert {one.subject for one in picked[:6]} == {"c"}
    assert all(left.topic != right.topic for left, right in pairwise(picked[:6]))
    assert "c" not in {one.subject for one in picked[6:]}


def test_a_heavier_topic_comes_up_more_often() -> None:
    bank = [an_output(f"{topic}{at}", topic=f"{topic}/x") for topic in "abcd" for at in range(30)]
    subjects = [one.subject for one in days(bank, 40, source=Source(weights=(("a", 3),)))]
    assert subjects.count("a") > 1.5 * max(subjects.count(topic) for topic in "bcd")


def test_saturday_asks_for_code_where_there_is_some() -> None:
    bank = [*WIDE, *(a_coding(f"{topic}-code{at}", topic=f"{topic}/x") for topic in "abcd" for at in range(4))]
    picked = days(bank, 21)
    assert all(picked[at].kind == "function" for at in (5, 12, 19))
    assert {one.kind for one in days(WIDE, 7)} == {"output"}


def test_every_second_sunday_is_for_an_open_question_and_no_other_day() -> None:
    essay = an_essay()
    wanted = [day for at in range(364 * 3) if suits(essay, day := MONDAY + timedelta(days=at))]
    assert {day.weekday() for day in wanted} == {6}
    assert {(right - left).days for left, right in pairwise(wanted)} == {14}


def test_a_question_asked_under_its_old_name_counts_as_asked() -> None:
    bank = [replace(an_output("new"), aliases=(QuestionId("old"),)), an_output("other", topic="io/x")]
    asked = [Asked(question=QuestionId("old"), date=MONDAY)]
    assert pick(bank, asked, day=MONDAY + timedelta(days=1), seed="s", versions=((3, 11),)).id == "other"


def test_wishes_that_leave_nothing_are_named() -> None:
    with pytest.raises(BankTrouble, match="pack=a ban=a: allow more topics"):
        days(WIDE, 1, source=Source(pack=frozenset("a"), bans=frozenset("a")))


def test_unused_questions_are_counted_down_to_the_next_round_of_the_pool() -> None:
    left = [
        unused(
            WIDE, [Asked(question=one.id, date=MONDAY) for one in WIDE[:count]], versions=((3, 11),), source=ANYTHING
        )
        for count in (0, 1, 23, 24)
    ]
    assert left == [24, 23, 1, 24]


@settings(deadline=None)  # a fortnight, picked twice over
@given(BANKS, st.text(max_size=3), st.sampled_from([("daily", 14), ("weekdays", 10)]))
def test_the_queue_comes_true(bank: list[Question], seed: str, dates: tuple[str, int]) -> None:
    schedule = parse(f"{dates[0]} 09:00 Europe/Berlin")
    after = datetime(2026, 11, 22, 12, tzinfo=UTC)
    told = queue(schedule, bank, [], after=after, seed=seed, versions=((3, 11),))
    asked: list[Asked] = []
    for coming in told:
        (first, *_) = queue(
            schedule, bank, asked, after=coming.slot.opens - timedelta(hours=1), seed=seed, versions=((3, 11),)
        )
        assert first == coming
        asked.append(Asked(question=first.question.id, date=first.slot.date))
    assert len(told) == dates[1]
