from datetime import date

from bot.quiz.ids import MemberId
from bot.quiz.options import monday_of
from bot.quiz.weeks import Played, Tried, Week, percent

ADA, BEN, CLEO = MemberId(1), MemberId(2), MemberId(3)


def played(title: str, *tries: tuple[MemberId, bool]) -> Played:
    return Played(title=title, tries=[Tried(member=member, right=right) for member, right in tries])


def test_only_the_first_try_of_each_person_counts_in_the_share() -> None:
    assert played("q", (ADA, False), (ADA, True), (BEN, True), (CLEO, True)).share == 67


def test_the_hardest_question_is_the_one_the_fewest_were_right_at_and_was_answered_at_all() -> None:
    easy, hard = played("easy", (ADA, True)), played("hard", (ADA, False), (BEN, True))
    week = Week(monday=date(2026, 11, 23), played=[easy, hard, played("nobody")], before=[ADA])
    assert week.hardest == hard
    assert week.share == 67
    assert week.new == {BEN}
    assert week.name == "2026-W48"


def test_a_week_without_answers_has_no_share_and_no_hardest() -> None:
    week = Week(monday=date(2026, 11, 23), played=[played("nobody")])
    assert (week.share, week.hardest, percent([])) == (None, None, None)


def test_a_week_begins_on_monday() -> None:
    assert monday_of(date(2026, 11, 29)) == monday_of(date(2026, 11, 23)) == date(2026, 11, 23)
