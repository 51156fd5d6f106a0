"""What stays of an answer when its words are forgotten: enough to count it, nothing that somebody wrote."""

from dataclasses import replace

from bot.quiz.answers import Answer, Code, Filled, Spotted, Typed, Written
from bot.quiz.verdicts import Verdict


def without_words(answer: Answer) -> Answer:
    """The answer with everything that was written left out; what was chosen or put in order stays."""
    match answer:
        case Code():
            return Code("")
        case Typed():
            return Typed("")
        case Written():
            return Written("")
        case Filled():
            return Filled(tuple("" for _ in answer.blanks))
        case Spotted():
            return replace(answer, error="")
        case _:
            return answer


def without_traces(verdict: Verdict) -> Verdict:
    """The verdict without what the learner's code printed, returned or raised."""
    return Verdict(outcome=verdict.outcome, reasons=verdict.reasons)
