"""A question as every quiz format knows it: what is asked, right and wrong answers, and why."""

from dataclasses import dataclass
from typing import assert_never

from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.tasks import Blanks, Choice, Coding, Crash, Essay, Ordering, Output


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswer:
    """One answer: an option of a choice, else what a learner would type."""

    text: str
    right: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What survives a journey through any format. Text is Markdown, code is plain."""

    id: str = ""
    topic: str = ""
    kind: str = "choice"
    level: int = 1
    title: str = ""
    prompt: str
    program: str = ""
    """Code that belongs to the question: the program, the starter, the lines to order, the text with blanks."""
    answers: tuple[ItemAnswer, ...]
    why: str = ""
    sources: tuple[str, ...] = ()
    keep_order: bool = False
    """Options that nobody should shuffle."""

    @property
    def right(self) -> tuple[ItemAnswer, ...]:
        """The right answers."""
        return tuple(one for one in self.answers if one.right)

    @property
    def wrong(self) -> tuple[ItemAnswer, ...]:
        """The wrong ones."""
        return tuple(one for one in self.answers if not one.right)


def item_of(question: Question, version: Version) -> Item:
    """A question as an item, with the key that holds for one Python."""
    program, answers = _asked(question, version)
    return Item(
        id=question.id,
        topic=question.topic,
        kind=str(question.kind),
        level=question.level,
        title=question.title,
        prompt=question.prompt,
        program=program,
        answers=answers,
        why=question.why,
        sources=question.sources,
        keep_order=isinstance(question.task, Choice) and question.task.keep_order,
    )


def _asked(question: Question, version: Version) -> tuple[str, tuple[ItemAnswer, ...]]:
    """The code shown with a question, and its answers, right ones first."""
    match question.task:
        case Choice() as task:
            return question.program, tuple(
                ItemAnswer(text=one.text, right=one.right, why=one.why) for one in task.options
            )
        case Output() as task:
            wrong = tuple(ItemAnswer(text=one.text, right=False, why=one.why) for one in task.slips)
            return question.program, (_right(task.printed(version).rstrip("\n")), *wrong)
        case Crash() as task:
            wrong = tuple(ItemAnswer(text=one.text, right=False, why=one.why) for one in task.slips)
            return question.program, (_right(f"{task.error} line {task.line}"), *wrong)
        case Coding() as task:
            return task.given, (_right(task.solution),)
        case Ordering() as task:
            order = "\n".join(task.lines[at].text for at in task.key)
            return "\n".join(line.text for line in task.lines), (_right(order),)
        case Blanks() as task:
            wrong = tuple(ItemAnswer(text="\n".join(filling), right=False, why=why) for filling, why in task.slips)
            return task.program, (*(_right("\n".join(filling)) for filling in task.answers), *wrong)
        case Essay() as task:
            return question.program, (_right(task.model),)
        case _:
            assert_never(question.task)


def _right(text: str) -> ItemAnswer:
    return ItemAnswer(text=text, right=True)
