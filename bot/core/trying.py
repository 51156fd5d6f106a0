"""Running the visible cases of a question as often as one likes: nothing is written down and no try is spent."""

from dataclasses import replace
from functools import partial

from bot.core import words
from bot.core.asking import Asked, asked_at
from bot.core.languages import explained, say
from bot.core.messages import (
    Accept,
    Answer,
    Ask,
    Command,
    Correct,
    Note,
    Show,
    Submission,
    TrialView,
    View,
    WantsEditor,
)
from bot.core.verdicts import uncounted_verdict
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.errors import AnswerMistake
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.tasks import Blanks, Coding


async def try_out(world: World, deed: WantsEditor) -> Answer:
    """They want something to write code in that is only tried."""
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    if only_visible(asked.question) is None:
        return Show(Note(say(words.NOTHING_TO_RUN)))
    return Ask(asked.card(world), to=deed.to)


async def run(world: World, deed: Command | Submission) -> Answer:
    """`run` and the code; judging it is the `then`."""
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    visible = only_visible(asked.question)
    if visible is None:
        return Show(Note(say(words.NOTHING_TO_RUN)))
    given = deed.answer if isinstance(deed, Submission) else deed.text
    if not given or (isinstance(given, str) and not given.strip()):
        return Correct(say(words.NO_CODE))
    try:
        said = read(visible, given)
    except AnswerMistake as mistake:
        return Correct(explained(mistake))
    return Accept(partial(_try, world, deed, replace(asked, question=visible), said))


def only_visible(question: Question) -> Question | None:
    """The question with its visible cases alone; None where there is none to run."""
    task = question.task
    if not isinstance(task, Coding | Blanks):
        return None
    cases = tuple(case for case in task.cases if case.visible)
    return replace(question, task=replace(task, cases=cases)) if cases else None


async def _try(world: World, deed: Command | Submission, asked: Asked, said: QuizAnswer) -> View:
    member = await world.member(deed.who)
    found = await uncounted_verdict(world, asked.question, said, community=asked.community.id, member=member.id)
    return Note(found) if isinstance(found, str) else TrialView(verdict=found)
