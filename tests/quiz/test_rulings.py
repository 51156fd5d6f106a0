import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.answers import Picked, Spotted, Typed
from bot.quiz.errors import CorrectionMistake
from bot.quiz.grading import grade
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.rulings import Credit, Rekeyed, Ruling, Voided, dumps, loads, new_key, ruled
from bot.testing.questions import a_choice, a_coding, a_crash, an_output

RULINGS: st.SearchStrategy[Ruling] = st.one_of(
    st.builds(Voided, st.sampled_from(Credit)),
    st.builds(Rekeyed, st.builds(Typed, st.text(max_size=20))),
    st.builds(Rekeyed, st.builds(Picked, st.frozensets(st.integers(0, 5), min_size=1))),
)


def right(question: Question, said: str) -> bool:
    return grade(question, read(question, said), version=(3, 11)).right


@given(RULINGS)
def test_a_ruling_reads_back_as_it_was_written(ruling: Ruling) -> None:
    assert loads(dumps(ruling)) == ruling


@pytest.mark.parametrize(
    ("question", "key", "before"),
    [(a_choice(), "b", "a"), (an_output(), "7", "42"), (a_crash(), "KeyError line 1", "IndexError line 2")],
)
def test_after_a_ruling_the_new_key_is_right_and_the_old_one_is_not(question: Question, key: str, before: str) -> None:
    after = ruled(question, new_key(question, key))
    assert right(question, before)
    assert right(after, key)
    assert not right(after, before)


def test_more_than_one_option_can_turn_out_to_be_right() -> None:
    after = ruled(a_choice(), new_key(a_choice(), "a c"))
    assert right(after, "a, c")


@given(RULINGS)
def test_a_ruling_never_touches_what_was_asked(ruling: Ruling) -> None:
    for question in (a_choice(), an_output(), a_coding()):
        after = ruled(question, ruling)
        assert (after.id, after.prompt, after.level) == (question.id, question.prompt, question.level)


@pytest.mark.parametrize(
    ("question", "key", "said"),
    [
        (a_choice(), "z", "There is no option z. The options are A to C."),
        (a_choice(), "", "Answer with a letter from A to C."),
        (a_coding(), "def double(x): ...", "Mend its file"),
    ],
)
def test_a_key_that_is_none_is_refused_in_words(question: Question, key: str, said: str) -> None:
    with pytest.raises(CorrectionMistake) as caught:
        new_key(question, key)
    assert said in str(caught.value)


def test_any_question_can_take_the_key_of_its_file() -> None:
    assert [new_key(one, " Bank ") for one in (a_choice(), a_coding())] == [None, None]
    assert ruled(a_choice(), None) == a_choice()


def test_a_spotted_exception_can_be_corrected() -> None:
    assert new_key(a_crash(), "KeyError line 3") == Rekeyed(Spotted("KeyError", 3))
