"""Hints, each with its price, and the answer itself for those who give up."""

from typing import assert_never

from bot.core import words
from bot.core.asking import Asked, asked_at
from bot.core.decks import miss, study_day
from bot.core.languages import say
from bot.core.messages import Answer, Command, HintView, Note, Show
from bot.core.notation import letter
from bot.core.records import Help, HelpKind
from bot.core.steps import after_hint
from bot.core.world import World
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.recalls import Rating
from bot.quiz.scoring import HINT_COST
from bot.quiz.tasks import Blanks, Choice, Coding, Crash, Essay, Ordering, Output


async def hint(world: World, deed: Command) -> Answer:
    """One more hint; `hint answer` forfeits the points and shows the answer."""
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    gives_up = deed.text.strip().casefold() == "answer"
    return await (_show_answer if gives_up else _next_hint)(world, deed, asked)


async def _next_hint(world: World, deed: Command, asked: Asked) -> Answer:
    hints = asked.question.hints
    if not hints:
        return Show(Note(say(words.NO_HINTS)))
    member = await world.member(deed.who)
    async with world.turns.of(member.id):
        helps = await world.ledger.helps(asked.round.id, member.id)
        number = 1 + sum(one.kind is HelpKind.HINT for one in helps)
        if number > len(hints):
            return Show(Note(say(words.ALL_HINTS)))
        taken = Help(round=asked.round.id, member=member.id, kind=HelpKind.HINT, number=number, at=world.clock.now())
        await world.ledger.helps(asked.round.id, member.id, taken=taken)
    view = HintView(
        number=number,
        of=len(hints),
        text=hints[number - 1],
        cost=HINT_COST,
        round=asked.round.id,
        actions=after_hint(left=len(hints) - number),
    )
    return Show(view)


async def _show_answer(world: World, deed: Command, asked: Asked) -> Answer:
    member = await world.member(deed.who)
    taken = Help(round=asked.round.id, member=member.id, kind=HelpKind.ANSWER, number=1, at=world.clock.now())
    async with world.turns.of(member.id):
        await world.ledger.helps(asked.round.id, member.id, taken=taken)
        await miss(world, member, asked.round, Rating.AGAIN, study_day(world, deed.who, asked.community))
    answer = key_text(world, asked.question)
    return Show(Note(say(words.ANSWER_SHOWN, answer=answer, why=asked.question.why)))


def key_text(world: World, question: Question) -> str:
    """The right answer as text, on the Python that answers are judged on."""
    return key_on(world.version_for(question), question)


def key_on(version: Version, question: Question) -> str:
    """The right answer as text, on one Python."""
    match question.task:
        case Choice() as task:
            return "; ".join(f"{letter(at)}. {task.options[at].text}" for at in sorted(task.key))
        case Output() as task:
            return f"\n{task.printed(version)}"
        case Crash() as task:
            return f"{task.error} line {task.line}"
        case Coding() as task:
            return f"\n{task.solution}"
        case Ordering() as task:
            return "\n" + "\n".join(task.lines[at].text for at in task.key)
        case Blanks() as task:
            return f"\n{task.filled(task.answers[0])}"
        case Essay() as task:
            return f"\n{task.model}"
        case _:
            assert_never(question.task)
