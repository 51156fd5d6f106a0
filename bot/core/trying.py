"""Running the visible cases of a question as often as one likes: nothing is written down and no try is spent."""

from dataclasses import replace
from functools import partial

from bot.core import words
from bot.core.asking import Asked, asked_at
from bot.core.messages import Accept, Answer, Command, Correct, Note, Show, TrialView, View
from bot.core.verdicts import verdict_on
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import AnswerMistake, JudgeTrouble
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.tasks import Blanks, Coding


async def run(world: World, deed: Command) -> Answer:
    """`run` and the code; judging it is the `then`."""
    asked = await asked_at(world, deed.place)
    if isinstance(asked, str):
        return Show(Note(asked))
    visible = only_visible(asked.question)
    if visible is None:
        return Show(Note(words.NOTHING_TO_RUN))
    if not deed.text.strip():
        return Correct(words.NO_CODE)
    try:
        said = read(visible, deed.text)
    except AnswerMistake as mistake:
        return Correct(str(mistake))
    return Accept(partial(_try, world, deed, replace(asked, question=visible), said))


def only_visible(question: Question) -> Question | None:
    """The question with its visible cases alone; None where there is none to run."""
    task = question.task
    if not isinstance(task, Coding | Blanks):
        return None
    cases = tuple(case for case in task.cases if case.visible)
    return replace(question, task=replace(task, cases=cases)) if cases else None


async def _try(world: World, deed: Command, asked: Asked, said: QuizAnswer) -> View:
    member = await world.ledger.member(deed.who.address, clean_name(deed.who.name))
    if refusal := world.paces.refusal(asked.community.id, member.id, world.clock.now()):
        return Note(refusal)
    try:
        verdict = await verdict_on(world, asked.question, said, community=asked.community.id, member=member.id)
    except JudgeTrouble as trouble:
        return Note(words.CANNOT_RUN.format(trouble=trouble))
    return TrialView(verdict=verdict)
