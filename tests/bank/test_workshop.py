"""A community's own questions, executed in the real jail."""

from collections.abc import AsyncIterator, Mapping

import pytest

from bot.bank.filebank import FileBank
from bot.bank.scaffolds import scaffold
from bot.bank.workshop import LONGEST, BankWorkshop
from bot.core.composing import told
from bot.core.contributions import FILE, TOPIC, Findings
from bot.judge import SubprocessJudge, base_interpreter
from bot.quiz.ids import QuestionId
from bot.quiz.questions import Kind, Question
from bot.quiz.tasks import Blanks, Choice, Coding, Crash, Output

PYTHON = (3, 11)
SEVENTH = QuestionId("community/7")
OUTPUT = {"kind": "output", "prompt": "What is printed?", "program": "x = [1]\ny = x\ny.append(2)\nprint(x)"}
OUTPUT |= {"answer": "[1, 2]", "why": "Both names are bound to one list."}
CRASH = {"kind": "error", "prompt": "How does it end?", "program": "x = {}\nprint(x['a'])"}
CRASH |= {"answer": "KeyError line 2", "why": "There is no such key."}
CHOICE = {"kind": "choice", "prompt": "What is true?", "program": "a = [1]\nb = a"}
CHOICE |= {"answer": "* `a is b`\n> One list.\n`a is not b`\n- [ ] `a != b`", "why": "One list."}
CASES = ">>> double(2)\n4\n\n>>> double(0)\n0\n\n# text\n>>> double('ab')\n'abab'\n\n>>> double(5)\n10"
FUNCTION = {"kind": "function", "prompt": "# Twice\nWrite double(x).", "program": "def double(x):\n    return x * 2"}
FUNCTION |= {"answer": CASES, "why": "It doubles."}
FILL = {"kind": "fill", "prompt": "Two digits, please.", "program": 'def tag(price):\n    return f"{price:____}"'}
FILL |= {"answer": ".2f\n\n>>> tag(3.5)\n'3.50'\n\n>>> tag(1.239)\n'1.24'", "why": "f is for fixed."}
FORMS = {one["kind"]: one for one in (OUTPUT, CRASH, CHOICE, FUNCTION, FILL)}


@pytest.fixture
async def workshop() -> AsyncIterator[BankWorkshop]:
    async with SubprocessJudge(pythons={PYTHON: base_interpreter()}, default=PYTHON) as judge:
        yield BankWorkshop(judge, (PYTHON,))


def read(workshop: BankWorkshop, values: Mapping[str, str]) -> Question:
    reading = workshop.read(values, id=SEVENTH, topic=TOPIC)
    assert reading.question is not None, reading.mistakes
    return reading.question


def mistakes(workshop: BankWorkshop, values: Mapping[str, str]) -> str:
    reading = workshop.read(values, id=SEVENTH, topic=TOPIC)
    assert reading.question is None
    return "\n".join(told(reading.mistakes))


async def prove(workshop: BankWorkshop, values: Mapping[str, str]) -> Findings:
    return await workshop.prove(values, lane="1", learner="2")


@pytest.mark.parametrize("values", FORMS.values(), ids=FORMS)
async def test_what_a_form_holds_becomes_a_question_that_is_executed(
    workshop: BankWorkshop, values: dict[str, str]
) -> None:
    question = read(workshop, values)
    assert (question.id, question.topic, str(question.kind), question.live) == (SEVENTH, TOPIC, values["kind"], True)
    found = await prove(workshop, values)
    assert found.mistakes == ()
    assert found.versions == ("3.11",)
    assert found.proved is (values["kind"] != "choice")  # nothing but a person's word says that a choice is right


def test_the_parts_of_each_kind_are_where_they_belong(workshop: BankWorkshop) -> None:
    output, crash, choice, function, fill = (read(workshop, one).task for one in FORMS.values())
    assert isinstance(output, Output)
    assert output.keys[0].text == "[1, 2]"
    assert isinstance(crash, Crash)
    assert (crash.error, crash.line) == ("KeyError", 2)
    assert isinstance(choice, Choice)
    assert [(one.text, one.right) for one in choice.options] == [
        ("`a is b`", True),
        ("`a is not b`", False),
        ("`a != b`", False),
    ]
    assert choice.options[0].why == "One list."
    assert isinstance(function, Coding)
    assert function.given == "def double(x):\n    ..."
    assert [(one.category, one.visible) for one in function.cases] == [
        ("", True),
        ("case 2", False),
        ("text", False),
        ("case 4", False),
    ]
    assert isinstance(fill, Blanks)
    assert fill.answers == ((".2f",),)


def test_an_option_may_be_an_empty_list(workshop: BankWorkshop) -> None:
    task = read(workshop, CHOICE | {"answer": "* []\n[ ] ()\n[] {}"}).task
    assert isinstance(task, Choice)
    assert [(one.text, one.right) for one in task.options] == [("[]", True), ("()", False), ("{}", False)]


def test_the_first_line_may_be_a_title_and_else_the_question_has_its_first_words(workshop: BankWorkshop) -> None:
    assert read(workshop, FUNCTION).title == "Twice"
    assert read(workshop, FUNCTION).prompt == "Write double(x)."
    assert read(workshop, OUTPUT).title == "What is printed?"
    long = OUTPUT | {"prompt": "one two three four five six seven eight nine"}
    assert read(workshop, long).title == "one two three four five six seven eight…"


def test_an_address_in_the_explanation_is_its_source(workshop: BankWorkshop) -> None:
    sourced = OUTPUT | {"why": "See https://docs.python.org/3/faq/. And (https://example.org/a)."}
    assert read(workshop, sourced).sources == ("https://docs.python.org/3/faq/", "https://example.org/a")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (OUTPUT | {"answer": "[1]"}, "Answer, line 1: the program prints `[1, 2]`, the key says `[1]` on Python 3.11"),
        (OUTPUT | {"program": "print(1)\nprint(nope)"}, "Program, line 2: the program stops with NameError"),
        (OUTPUT | {"program": "print(object())"}, "Program, line 1: the program prints a memory address"),
        (CRASH | {"answer": "KeyError line 1"}, "line 1: "),
        (FUNCTION | {"program": "def double(x)\n    return x"}, "Program, line 1: the `python solution` block is no"),
        (
            FUNCTION | {"answer": CASES.replace("(0)\n0", "(0)\n1")},
            "Answer, line 4: the case expects `1`, the solution on line 1 of the program gives",
        ),
        (FUNCTION | {"answer": CASES.replace("(5)\n10", "(1)\n2").replace("'ab'", "3").replace("'abab'", "6")}, ""),
    ],
)
async def test_what_does_not_hold_is_said_with_the_line_of_its_field(
    workshop: BankWorkshop, values: dict[str, str], said: str
) -> None:
    found = await prove(workshop, values)
    assert found.proved is (not said)
    assert said in "\n".join(told(found.mistakes))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (OUTPUT | {"program": "", "answer": ""}, "Program: this is empty. Put the program there."),
        (OUTPUT | {"why": " "}, "Why: this is empty."),
        (CRASH | {"answer": "it crashes"}, "Answer, line 1: this names no exception and line."),
        (CHOICE | {"answer": "a\nb\nc"}, "Answer, line 1: no option is right. Write an option a line, and a * before"),
        (CHOICE | {"answer": "* a\nb\nnone of the above"}, "Answer, line 3: the option `none of the above`"),
        (FUNCTION | {"answer": ">>> double(1)\n2"}, "needs a `pycon cases` block"),
        (FUNCTION | {"answer": CASES.replace(">>> double(0)", "double(0)")}, "Answer, line 4: `double(0)` stands"),
        (OUTPUT | {"prompt": "```\nnever closed"}, "Question, line 1: a block of code begins here."),
        (OUTPUT | {"kind": "riddle"}, "there is no such kind"),
        (OUTPUT | {"why": "x" * LONGEST}, "characters. 16000 are the most"),
        ({FILE: "# No header\n\nWhat?\n"}, "the file has no header"),
        ({FILE: scaffold(Kind.OUTPUT, "one").replace("level = 1", "level = 9")}, "Line 5: `level` cannot be 9."),
    ],
)
def test_what_cannot_be_read_is_said_with_the_line_of_its_field(
    workshop: BankWorkshop, values: dict[str, str], said: str
) -> None:
    assert said in mistakes(workshop, values)


@pytest.mark.parametrize("kind", Kind)
async def test_a_whole_question_file_of_any_kind_is_read_as_it_is(workshop: BankWorkshop, kind: Kind) -> None:
    values = workshop.begin(scaffold(kind, "my-question"))
    assert list(values) == [FILE]
    assert str(read(workshop, values).kind) == kind
    assert (await prove(workshop, values)).mistakes == ()


async def test_a_file_pasted_into_the_prompt_is_a_file(workshop: BankWorkshop) -> None:
    assert read(workshop, OUTPUT | {"prompt": scaffold(Kind.ERROR, "mine")}).kind is Kind.ERROR


def test_a_message_is_a_prompt_and_its_block_the_program(workshop: BankWorkshop) -> None:
    began = workshop.begin("What does this do?\n```py\nprint(1)\n```\nI never know.")
    assert began == {"prompt": "What does this do?\n\nI never know.", "program": "print(1)"}
    assert workshop.begin("no code at all") == {"prompt": "no code at all", "program": ""}


def test_fences_around_what_is_filled_in_are_taken_off(workshop: BankWorkshop) -> None:
    fenced = OUTPUT | {"program": f"```python\n{OUTPUT['program']}\n```", "answer": "```\n[1, 2]\n```"}
    assert read(workshop, fenced) == read(workshop, OUTPUT)


def test_nobody_takes_the_place_of_a_question_of_the_bank_by_its_old_id(workshop: BankWorkshop) -> None:
    text = scaffold(Kind.OUTPUT, "one").replace('status = "draft"', 'aliases = ["agrees-with-everybody"]')
    assert read(workshop, {FILE: text}).aliases == ()


async def test_a_question_that_is_in_the_bank_already_is_recognised_in_other_clothes(workshop: BankWorkshop) -> None:
    bank, _ = FileBank.load()
    known = next(one for one in bank.questions() if isinstance(one.task, Coding) and len(one.task.solution) > 200)
    assert isinstance(known.task, Coding)
    values = FUNCTION | {"program": known.task.solution.replace("return", "return  "), "prompt": "something new"}
    question = read(workshop, values)
    assert known.id in {twin.question for twin in await workshop.twins(question, bank.questions())}
    assert await workshop.twins(read(workshop, FUNCTION), [read(workshop, CRASH)]) == ()


@pytest.mark.parametrize(
    "program",
    ["-" * 2900 + "1", "(" * 1000 + ")" * 1000, "x" + ".a" * 1400, "1" + "+1" * 1400, "[" * 500, "not " * 700 + "1"],
)
async def test_code_that_is_meant_to_break_the_reader_breaks_nothing(workshop: BankWorkshop, program: str) -> None:
    dead = f"def double(x):\n    return x + x\n    return {program}"
    for values in (OUTPUT | {"program": program}, FUNCTION | {"program": dead}):
        question = read(workshop, values)
        assert await workshop.twins(question, [question]) is not None
        await prove(workshop, values)
