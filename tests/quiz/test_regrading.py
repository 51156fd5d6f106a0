from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.ids import RoundId, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.regrading import Try, everywhere, graded, voided
from bot.quiz.rulings import Credit
from bot.quiz.scoring import Attempt, Rule, ScoreLine, points, score, worth
from bot.testing.questions import an_output

MONDAY = date(2026, 11, 23)
QUESTIONS = {RoundId(at): an_output(f"output-{at}", level=at + 1) for at in range(3)}
CORRECTED = RoundId(0)
ADJUSTED = ScoreLine(rule=Rule.ADJUSTED, points=-3, why="by hand")

tries = st.lists(
    st.builds(
        Try,
        id=st.just(SubmissionId("")),
        round=st.sampled_from(list(QUESTIONS)),
        day=st.integers(0, 2).map(lambda days: MONDAY + timedelta(days=days)),
        right=st.booleans(),
        lines=st.just(()),
        hints=st.integers(0, 2),
        revealed=st.booleans(),
        late=st.booleans(),
    ),
    max_size=12,
).map(
    lambda made: tuple(
        replace(one, id=SubmissionId(str(at))) for at, one in enumerate(sorted(made, key=lambda one: one.day))
    )
)


def played(made: Sequence[Try]) -> tuple[Try, ...]:
    """The tries as they were scored one by one, when they came."""
    past: list[Try] = []
    for one in made:
        here = [other for other in past if other.round == one.round]
        attempt = Attempt(
            number=len(here) + 1,
            right=one.right,
            hints=one.hints,
            revealed=one.revealed,
            late=one.late,
            solved=any(other.right for other in here),
            took_part_today=any(took_part(other) for other in past if other.day == one.day),
        )
        past.append(replace(one, lines=score(QUESTIONS[one.round], attempt)))
    return tuple(past)


def took_part(one: Try) -> bool:
    return any(line.rule is Rule.PARTICIPATION for line in one.lines)


def rescored(past: Sequence[Try], credit: Credit | None = None) -> tuple[Try, ...]:
    """The past after the corrected question was scored anew."""
    question: Question = QUESTIONS[CORRECTED]
    mine = [one for one in past if one.round == CORRECTED]
    fresh = everywhere(past, voided(question, mine, credit) if credit else graded(question, mine))
    return tuple(replace(one, lines=fresh.get(one.id, one.lines)) for one in past)


def flipped(past: Sequence[Try]) -> tuple[Try, ...]:
    return tuple(replace(one, right=one.right != (one.round == CORRECTED)) for one in past)


@given(tries)
def test_scoring_anew_what_was_not_corrected_changes_nothing(made: tuple[Try, ...]) -> None:
    assert rescored(played(made)) == played(made)


@given(tries)
def test_a_corrected_key_gives_what_it_would_have_given_from_the_start(made: tuple[Try, ...]) -> None:
    assert rescored(flipped(played(made))) == played(flipped(made))


@given(tries, st.sampled_from([None, *Credit]))
def test_correcting_twice_changes_nothing_the_second_time(made: tuple[Try, ...], credit: Credit | None) -> None:
    once = rescored(flipped(played(made)), credit)
    assert rescored(once, credit) == once


@given(tries, st.sampled_from(Credit))
def test_a_correction_taken_back_leaves_the_scores_as_they_were(made: tuple[Try, ...], credit: Credit) -> None:
    assert rescored(rescored(played(made), credit)) == played(made)


@given(tries, st.sampled_from(Credit))
def test_full_credit_is_given_once_and_no_credit_to_nobody(made: tuple[Try, ...], credit: Credit) -> None:
    after = [points(one.lines) for one in rescored(played(made), credit) if one.round == CORRECTED]
    assert sum(after) == (worth(QUESTIONS[CORRECTED]) if credit is Credit.FULL and after else 0)


@given(tries, st.sampled_from([None, *Credit]))
def test_the_point_for_taking_part_is_still_earned_once_a_day(made: tuple[Try, ...], credit: Credit | None) -> None:
    after = rescored(flipped(played(made)), credit)
    days = [one.day for one in after if took_part(one)]
    assert len(days) == len(set(days))


@given(tries, st.sampled_from([None, *Credit]), st.data())
def test_what_was_adjusted_by_hand_stays_and_nothing_falls_below_zero(
    made: tuple[Try, ...], credit: Credit | None, data: st.DataObject
) -> None:
    past = list(played(made))
    if past:
        at = data.draw(st.integers(0, len(past) - 1))
        past[at] = replace(past[at], lines=(*past[at].lines, ADJUSTED))
        after = rescored(past, credit)
        assert ADJUSTED in after[at].lines
        assert all(points(one.lines) >= 0 for one in after)
        assert rescored(after, credit) == after
