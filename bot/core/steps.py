"""What somebody may want next, after an answer."""

from bot.core import labels
from bot.core.languages import say
from bot.core.pages import Action, Style
from bot.quiz.questions import Question
from bot.quiz.recalls import GUESSABLE
from bot.quiz.verdicts import Outcome, Verdict


def my_progress() -> Action:
    """Where they stand."""
    return Action(label=say(labels.MY_PROGRESS), name="me")


def go_on() -> Action:
    """The next question of their review."""
    return Action(label=say(labels.GO_ON), name="review", style=Style.PRIMARY)


def after(question: Question, verdict: Verdict, tries_left: int) -> tuple[Action, ...]:
    """After an answer to the question of the day."""
    if verdict.outcome is Outcome.WRITTEN:
        return (my_progress(),)
    if verdict.right:
        guess = Action(label=say(labels.I_GUESSED), name="guessed")
        return (*[guess] * (question.kind in GUESSABLE), my_progress())
    again = Action(label=say(labels.TRY_AGAIN), name="answer", style=Style.PRIMARY)
    hint = Action(label=say(labels.HINT), name="hint")
    return (*[again, *[hint] * bool(question.hints)] * (tries_left > 0), my_progress())


def after_hint(*, left: int) -> tuple[Action, ...]:
    """After a hint; the answer itself is offered once there is no other."""
    if left:
        return (Action(label=say(labels.ANOTHER_HINT), name="hint"),)
    return (Action(label=say(labels.SHOW_THE_ANSWER), name="hint", text="answer"),)
