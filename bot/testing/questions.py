"""Small questions of each kind, with names that say what they are."""

from dataclasses import replace

from bot.quiz.ids import QuestionId
from bot.quiz.pythons import ANY_PYTHON, PythonRange
from bot.quiz.questions import Question
from bot.quiz.tasks import (
    BLANK,
    Blanks,
    Case,
    Choice,
    Coding,
    Crash,
    Criterion,
    Essay,
    Line,
    Option,
    Ordering,
    Output,
    Printed,
    Slip,
    Task,
    Value,
)

_CASES = (
    Case(call="double(2)", expected=Value(4), visible=True),
    Case(call="double(0)", expected=Value(0), category="zero"),
    Case(call="double('ab')", expected=Value("abab"), category="text"),
)


def a_choice(name: str = "choice", *, right: tuple[bool, ...] = (True, False, False), level: int = 1) -> Question:
    """Choose; option 0 is right unless said otherwise."""
    options = tuple(Option(text=f"option {at}", right=one, why=f"why {at}") for at, one in enumerate(right))
    return _question(name, "names/binding", level, Choice(options=options))


def an_output(
    name: str = "output",
    *,
    prints: str = "42\n",
    topic: str = "types/numbers",
    level: int = 1,
    python: PythonRange = ANY_PYTHON,
) -> Question:
    """Predict the output."""
    task = Output(keys=(Printed(text=prints),), slips=(Slip(text="7", why="the belief behind 7"),))
    return _question(name, topic, level, task, python)


def a_coding(
    name: str = "double", *, cases: tuple[Case, ...] = _CASES, topic: str = "functions/defining", level: int = 1
) -> Question:
    """Write `double`."""
    task = Coding(given="def double(x): ...", cases=cases, solution="def double(x):\n    return x + x\n")
    return _question(name, topic, level, task)


def a_crash(name: str = "crash", *, error: str = "IndexError", line: int = 2, level: int = 1) -> Question:
    """Say which exception ends three lines, and where."""
    task = Crash(error=error, line=line, slips=(Slip(text="KeyError line 2", why="the belief behind KeyError"),))
    return replace(_question(name, "flow/loops", level, task), program="a = []\na[0]\nprint(a)")


def an_ordering(name: str = "ordering", *, after: str = "", level: int = 1) -> Question:
    """Put `x = 1`, `x += 1`, `print(x)` in order; they are shown as C, A, B, and D is a trap."""
    lines = (
        Line(text="x += 1"),
        Line(text="print(x)"),
        Line(text="x = 1"),
        Line(text="x + 1", trap="the belief behind +"),
    )
    task = Ordering(lines=lines, key=(2, 0, 1), keys=(Printed(text="2"),), after=after)
    return _question(name, "flow/syntax", level, task)


def a_filling(name: str = "filling", *, program: str = "def f(x):\n    return ____ + ____", level: int = 1) -> Question:
    """Fill two blanks with `x`."""
    cases = (
        Case(call="f(2)", expected=Value(4), visible=True),
        Case(call="f('a')", expected=Value("aa"), category="text"),
    )
    slips = ((("2", "x"), "the belief behind 2"),)
    task = Blanks(program=program, answers=(("x",) * program.count(BLANK),), cases=cases, slips=slips)
    return _question(name, "functions/defining", level, task)


def an_essay(name: str = "essay", *, points: tuple[int, ...] = (4, 3, 3), level: int = 5) -> Question:
    """Answer in words."""
    rubric = tuple(Criterion(points=one, text=f"point {at}") for at, one in enumerate(points))
    task = Essay(rubric=rubric, model="The model answer.", follow_ups=("And then?",))
    return _question(name, "interview/gil", level, task)


def one_of_each() -> tuple[Question, ...]:
    """A question of every task, for promises that hold for all of them."""
    return a_choice(), an_output(), a_crash(), a_coding(), an_ordering(), a_filling(), an_essay()


def _question(name: str, topic: str, level: int, task: Task, python: PythonRange = ANY_PYTHON) -> Question:
    return Question(
        id=QuestionId(name),
        topic=topic,
        title=f"The {name} question",
        level=level,
        prompt=f"Prompt of {name}.",
        task=task,
        why=f"Because of {name}.",
        hints=("first hint", "second hint"),
        python=python,
    )
