"""What the ledger keeps in English is said in the language of who reads it."""

import pytest

from bot.core.languages import speaking
from bot.core.retelling import translated
from bot.core.typed import reason
from bot.quiz import reasons
from bot.quiz.scoring import Rule, ScoreLine
from bot.quiz.sentences import Sentence
from bot.quiz.verdicts import Outcome, Verdict
from bot.store.rows import verdict, verdict_text

BLANKS = {
    "error": "KeyError",
    "last": "NameError: name 'x' is not defined",
    "earned": 2,
    "full": 10,
    "point": "why\nit is {so}",
    "message": "'a'",
    "most": 64,
    "cpu": 2,
    "wall": "2.5",
    "code": -1,
    "signal": "SIGSEGV",
}
SENTENCES = [text for name, text in vars(reasons).items() if name.isupper()]


def told(sentence: str) -> str:
    return sentence.format(**BLANKS)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_reason_reads_the_same_fresh_and_from_the_ledger(sentence: str) -> None:
    fresh = Sentence(sentence, **BLANKS)
    kept = verdict(verdict_text(Verdict(outcome=Outcome.WRONG, reasons=(fresh,)))).reasons[0]
    assert type(kept) is str
    with speaking("de"):
        assert translated(kept) == translated(fresh) != told(sentence)
    assert translated(kept) == told(sentence)


@pytest.mark.parametrize(
    "text",
    ["A list is mutable.", "It raised an eyebrow.", "raises the question: why?", "'raises KeyError'", "", "{error}"],
)
def test_what_authors_and_programs_wrote_stays_as_it_is(text: str) -> None:
    with speaking("de"):
        assert translated(text) == text


def test_a_moderators_own_words_stay_as_they_are() -> None:
    with speaking("de"):
        why = reason(ScoreLine(rule=Rule.ADJUSTED, points=5, why="adjusted by a moderator: level 3, {really}"))
    assert why == "von der Moderation angepasst: level 3, {really}"
