"""Small questions of each kind, with names that say what they are."""

from bot.quiz.ids import QuestionId
from bot.quiz.pythons import ANY_PYTHON, PythonRange
from bot.quiz.questions import Case, Choice, Coding, Option, Output, Printed, Question, Slip, Task, Value

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
