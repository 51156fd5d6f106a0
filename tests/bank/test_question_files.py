"""A file without a mistake becomes the question its author meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank.folders import load
from bot.bank.reading import read_sheet
from bot.bank.sheets import ChoiceProof, CodingProof, OutputProof, Sheet
from bot.quiz.pythons import PythonRange
from bot.quiz.questions import Kind
from bot.quiz.tasks import (
    Blanks,
    Case,
    Choice,
    Coding,
    Crash,
    Criterion,
    Essay,
    Ordering,
    Output,
    Printed,
    Raises,
    Slip,
    Value,
)

Whole = Callable[..., str]


def sheet_of(text: str) -> Sheet:
    sheet, problems = read_sheet(text, file="names/aliasing/one.md")
    assert problems == ()
    assert sheet is not None
    return sheet


def test_folder_and_stem_are_topic_and_id(whole: Whole) -> None:
    question = sheet_of(whole("choice")).question
    assert (question.id, question.topic, question.subject) == ("one", "names/aliasing", "names")


def test_a_choice_keeps_its_options_with_the_belief_behind_each(whole: Whole) -> None:
    sheet = sheet_of(whole("choice"))
    task, proof = sheet.question.task, sheet.proof
    assert isinstance(task, Choice)
    assert isinstance(proof, ChoiceProof)
    assert [option.text for option in task.options] == ["`a is b`", "`a is not b`", "`a != b`"]
    assert task.key == {0}
    assert task.options[1].why == "Assignment makes a copy."
    assert sheet.question.program == "a = [1]\nb = a"
    assert sheet.question.prompt == "What is true after these lines?"
    assert sheet.question.hints == ("How many lists are made?",)
    assert sheet.question.why == "Assignment binds a name; it never copies."


def test_an_output_has_one_key_for_each_range_of_versions(whole: Whole) -> None:
    sheet = sheet_of(whole("output"))
    task, proof = sheet.question.task, sheet.proof
    assert isinstance(task, Output)
    assert isinstance(proof, OutputProof)
    assert task.keys[0] == Printed(text="False", python=PythonRange.parse("<3.15"))
    assert (task.printed((3, 14)), task.printed((3, 15))) == ("False", "True")
    assert task.slips[0] == Slip(text="yes", why="Comparisons speak English.")
    assert proof.key_lines == (16, 20)


@pytest.mark.parametrize(("kind", "broken"), [("function", False), ("fix", True)])
def test_code_is_asked_for_with_visible_cases_first(whole: Whole, kind: str, broken: bool) -> None:  # noqa: FBT001
    sheet = sheet_of(whole(kind))
    task, proof = sheet.question.task, sheet.proof
    assert isinstance(task, Coding)
    assert isinstance(proof, CodingProof)
    assert sheet.question.kind is Kind(kind)
    assert task.broken is broken
    assert [case.visible for case in task.cases] == [True, False, False, False]
    assert task.cases[3] == Case(call="larger(None, 2)", expected=Raises("TypeError"), category="not numbers at all")
    assert task.solution == "def larger(a, b):\n    return sorted([a, b])[1]"
    assert proof.mistakes[0].why == "The second one wins."


def test_an_error_names_exception_and_line(whole: Whole) -> None:
    question = sheet_of(whole("error")).question
    assert question.task == Crash(
        error="IndexError", line=3, slips=(Slip(text="IndexError line 2", why="The first item has the number 1."),)
    )
    assert question.program == "row = [1, 2]\nprint(row[1])\nprint(row[2])"


def test_lines_to_order_are_shuffled_and_the_key_finds_them(whole: Whole) -> None:
    task = sheet_of(whole("order")).question.task
    assert isinstance(task, Ordering)
    assert [task.lines[at].text for at in task.key] == ["x = 1", "x += 1", "print(x)"]
    assert sorted(line.text for line in task.lines if line.trap) == ["x + 1"]
    assert task.key != tuple(sorted(task.key))
    assert task.program(task.key) == 'x = 1\nx += 1\nprint(x)\nprint("end")'
    assert sheet_of(whole("order")).question.task == task


def test_a_fill_has_blanks_fillings_and_cases(whole: Whole) -> None:
    task = sheet_of(whole("fill")).question.task
    assert isinstance(task, Blanks)
    assert task.number == 2
    assert task.filled(task.answers[0]) == "def double(x):\n    return x + x"
    assert task.slips == ((("2", "x"), "Doubling adds 2."),)
    assert [case.visible for case in task.cases] == [True, False]


def test_an_open_question_has_a_rubric_a_model_and_follow_ups(whole: Whole) -> None:
    question = sheet_of(whole("open")).question
    assert question.task == Essay(
        rubric=(
            Criterion(points=4, text="Says that names are bound to objects."),
            Criterion(points=3, text="Says that objects have types."),
            Criterion(points=3, text="Gives an example."),
        ),
        model="A name is a tag.\n\nIt has no type.",
        follow_ups=("And attributes?",),
    )
    assert (question.hints, question.why) == (("Think of tags.",), "It is asked often.")


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("error", "line = 3", "line = 1"), ("order", "2\nend", "3\nend"), ("order", "x + 1", "x + 2"),
        ("fill", "'aa'", "'ab'"), ("fill", "____ + ____", "____ * ____"), ("open", "- 4: Says", "- 4: States"),
    ],
)  # fmt: skip
def test_a_changed_key_changes_the_key_hash(kind: str, old: str, new: str, whole: Whole) -> None:
    assert sheet_of(whole(kind)).question.key_hash != sheet_of(whole(kind, (old, new))).question.key_hash


def test_everything_in_the_header_arrives(whole: Whole) -> None:
    header = (
        'level = 4\nminutes = 7\ntags = ["is"]\npython = ">=3.12"\nimplementation = "cpython"\nstatus = "draft"\n'
        'aliases = ["old-one"]\nsource = ["https://docs.python.org/3/"]'
    )
    sheet = sheet_of(whole("output", ("level = 4", header)))
    question = sheet.question
    assert (question.level, question.minutes, question.seed) == (4, 7, ("S91a",))
    assert (question.live, question.aliases, question.sources) == (False, ("old-one",), ("https://docs.python.org/3/",))
    assert (sheet.status, sheet.tags, sheet.implementation) == ("draft", ("is",), "cpython")
    assert (3, 11) not in question.python


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(whole: Whole) -> None:
    text = whole("function")
    assert sheet_of("\ufeff" + text.replace("\n", "\r\n")) == sheet_of(text)


def test_lists_in_a_prompt_stay_as_written(whole: Whole) -> None:
    prompt = "Write `larger(a, b)`.\n\n- It gives the larger one.\n- Text is compared as text."
    assert sheet_of(whole("function", ("Write `larger(a, b)`.", prompt))).question.prompt == prompt


def test_a_case_may_begin_with_setup(whole: Whole) -> None:
    session = ">>> pair = [3,\n...     2]\n>>> larger(*pair)\n3"
    task = sheet_of(whole("function", (">>> larger(3, 2)\n3", session))).question.task
    assert isinstance(task, Coding)
    case = task.cases[1]
    assert (case.setup, case.call, case.expected) == ("pair = [3,\n    2]", "larger(*pair)", Value(3))


def test_a_typo_changes_the_text_hash_and_not_the_key_hash(whole: Whole) -> None:
    before = sheet_of(whole("output")).question
    after = sheet_of(whole("output", ("What is printed?", "What is it that is printed?"))).question
    assert before.text_hash != after.text_hash
    assert before.key_hash == after.key_hash


def test_sheets_come_by_topic_and_id(whole: Whole, bank: Callable[..., Path]) -> None:
    names = ["names/identity/a.md", "names/aliasing/z.md", "names/aliasing/b.md"]
    sheets, problems = load(bank(dict.fromkeys(names, whole("choice"))))
    assert problems == ()
    assert [sheet.file for sheet in sheets] == sorted(names)


def test_a_task_can_ask_for_a_process_a_case(whole: Whole) -> None:
    kind = 'kind = "function"'
    assert [
        getattr(sheet_of(text).question.task, "isolate", None)
        for text in (whole("function"), whole("function", (kind, f"{kind}\nisolate = true")))
    ] == [False, True]


def test_options_can_be_kept_in_their_order(whole: Whole) -> None:
    kind = 'kind = "choice"'
    assert [
        getattr(sheet_of(text).question.task, "keep_order", None)
        for text in (whole("choice"), whole("choice", (kind, f"{kind}\nkeep_order = true")))
    ] == [False, True]
