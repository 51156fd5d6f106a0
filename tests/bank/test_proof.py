"""Every claim an author can get wrong is caught by running it, and said with file, line, fix and Python version."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.bank.checking import check
from bot.bank.reading import read_sheet
from bot.bank.reports import Checked, Report
from bot.bank.sheets import Sheet
from bot.quiz.errors import JudgeTrouble, NoFloor
from bot.quiz.questions import Kind
from bot.quiz.runs import Job, Returned, Run
from bot.quiz.verdicts import Outcome
from bot.testing.judges import ScriptedJudge

Proof = Callable[..., Awaitable[Report]]
Whole = Callable[..., str]

PLANTED = [
    (
        "wrong output",
        ("output", "False\n```", "Flase\n```"),
        "line 16: the program prints `False`, the key says `Flase` on Python 3.11. Copy what is printed into the block",
    ),
    (
        "key true on one version only",
        ("output", ' py="<3.15"\nFalse\n```\n\n```text output py=">=3.15"\nTrue', "\nFalse"),
        "line 16: the program prints `True`, the key says `False` on Python 3.15.",
    ),
    (
        "right distractor",
        ("choice", "- [ ] `a != b`", "- [ ] `b is a`"),
        "line 20: the box of ``b is a`` says wrong, the check says right on Python 3.11 and 3.15. Change the box or",
    ),
    (
        "wrong box",
        ("choice", "[x] `a is b`", "[ ] `a is b`\n  > One.\n- [x] `1 == 2`"),
        "line 18: the box of ``1 == 2`` says right, the check says wrong on Python 3.11 and 3.15.",
    ),
    (
        "false proof",
        ("choice", "assert a is b", "assert a is not b"),
        "line 34: the proof stops with AssertionError on Python 3.11 and 3.15. Mend the claim or its proof.",
    ),
    (
        "weak cases",
        ("function", "    return b\n", "    return max(a, b)\n"),
        "line 42: this wrong solution passes every case on Python 3.11 and 3.15. Add a case that it fails; its mistake",
    ),
    (
        "starter that passes",
        ("function", "    ...", "    return max(a, b)"),
        "line 12: the starter passes every case on Python 3.11 and 3.15. It has to load, and to fail at least one",
    ),
    (
        "broken code that passes",
        ("fix", "    ...", "    return max(a, b)"),
        "line 12: the broken code passes every case",
    ),
    (
        "too-new syntax",
        ("choice", "b = a\n```\n\n- [x]", "b = a\ntry:\n    pass\nexcept* ValueError:\n    pass\n```\n\n- [x]"),
        "line 17: the `python run` block is no Python: Exception groups are only supported in",
    ),
    (
        "no Python at all",
        ("choice", "b = a\n```\n\n- [x]", "b =\n```\n\n- [x]"),
        "line 13: the `python run` block is no Python: invalid syntax on Python",
    ),
    (
        "a compiler warning",
        ("choice", "b = a\n```\n\n- [x]", "b = a\n1 is 1\n```\n\n- [x]"),
        'line 14: the `python run` block makes the compiler warn: "is" with',
    ),
    (
        "a warning while it runs",
        ("output", "import sys", "import sys\nimport warnings\nwarnings.warn('old', DeprecationWarning)"),
        "line 12: the program causes a DeprecationWarning: old on Python",
    ),
    (
        "an address",
        ("output", "print(", "print(object());print("),
        "line 12: the program prints a memory address on Python 3.11 and 3.15.",
    ),
    (
        "a program that crashes",
        ("output", "print(", "print(nothing,"),
        "line 13: the program stops with NameError: name 'nothing' is not defined on Python 3.11 and 3.15.",
    ),
    (
        "a program that leaves",
        ("output", "import sys", "import sys\nsys.exit(3)"),
        "line 12: the program exits before its end on Python",
    ),
    (
        "a program that prints nothing",
        ("output", "print(", "(lambda given: None)("),
        "line 16: the program prints nothing, the key says `False` on Python 3.11.",
    ),
    (
        "a wrong case",
        ("function", "larger(2, 2)\n2", "larger(2, 2)\n2.0"),
        "line 26: the case expects `2.0`, the solution on line 37 gives `2` on Python 3.11 and 3.15. Mend the one that",
    ),
    (
        "a wrong exception",
        ("function", "\nTypeError", "\nValueError"),
        "line 30: the case expects ValueError, the solution on line 37 raises TypeError: '<' not supported",
    ),
    (
        "a solution that does not load",
        ("function", "    return sorted", "    return sorted([a, b])[1]\nnothing\ndef other(a, b):\n    return sorted"),
        "line 39: the solution does not even load: it stops with NameError: name 'nothing' is not defined",
    ),
    (
        "a known mistake that does not load",
        ("function", "    return b\n", "    return b\nnothing\n"),
        "line 44: this wrong solution does not even load: it stops with NameError",
    ),
    (
        "a wrong line",
        ("error", "line = 3", "line = 1"),
        "line 8: the program ends with IndexError on line 3, the key says IndexError on line 1 on Python 3.11 and 3.15",
    ),
    (
        "a wrong exception of an error question",
        ("error", '"IndexError"', '"LookupError"'),
        "line 8: the program ends with IndexError on line 3, the key says LookupError on line 3 on Python",
    ),
    (
        "an error that does not come",
        ("error", "row[2]", "row[0]"),
        "line 8: the program ends without an error, the key says IndexError on line 3 on Python 3.11 and 3.15.",
    ),
    (
        "an order that prints something else",
        ("order", "2\nend", "3\nend"),
        "line 27: the program prints `2⏎end`, the key says `3⏎end` on Python 3.11 and 3.15. Copy what is printed",
    ),
    (
        "an order that does not run",
        ("order", "x += 1", "y += 1"),
        "line 13: the program stops with NameError: name 'y' is not defined on Python 3.11 and 3.15. The lines of",
    ),
    (
        "a line that is not needed",
        ("order", "x = 1\n", "x = 1\nimport sys\n"),
        "line 13: this line is not needed: without it the program prints the same on Python 3.11. Move it",
    ),
    (
        "a trap that is right",
        ("order", "x + 1", "x  = 1"),
        "line 18: in place of line 12 this trap prints the right thing on Python 3.11. Make it wrong",
    ),
    (
        "a wrong filling that is right",
        ("fill", "2\nx\n```", "x\n(x)\n```"),
        "line 21: this wrong filling passes every case on Python 3.11 and 3.15. Add a case that it fails, or make it",
    ),
    (
        "an answer that is wrong",
        ("fill", "text answer\nx\n", "text answer\n3\n"),
        "the case expects `'aa'`, the answer on line 16 raises TypeError: unsupported operand type",
    ),
    (
        "an answer that is no Python",
        ("fill", "text answer\nx\n", "text answer\nx)\n"),
        "the `text answer` block is no Python: unmatched ')' on Python 3.11 and 3.15.",
    ),
    (
        "a check that is no check",
        ("choice", "return eval(option)", "return 1"),
        "line 24: the check gives `1` on Python 3.11 and 3.15. `correct(option)` has to return True or False.",
    ),
    (
        "a check that raises",
        ("choice", "return eval(option)", "return eval(option) if option != 'a != b' else nothing"),
        "line 24: the check raises NameError: name 'nothing' is not defined for ``a != b`` on Python",
    ),
    (
        "a check that does not load",
        ("choice", "def correct", "def right"),
        "line 24: the check raises NameError: name 'correct' is not defined on Python 3.11 and 3.15. `correct",
    ),
]


@pytest.mark.parametrize(("plant", "said"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED])
async def test_a_false_claim_is_caught(plant: tuple[str, str, str], said: str, whole: Whole, proof: Proof) -> None:
    kind, old, new = plant
    versions = [(3, 10), (3, 11)] if "Exception groups" in said else [(3, 11), (3, 15)]
    report = await proof(whole(kind, (old, new)), *versions)
    lines = [str(problem) for problem in report.problems]
    assert any(line.startswith("names/aliasing/one.md ") and said in line for line in lines), "\n".join(lines)
    assert report.proved == 0


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.OPEN}))
async def test_a_true_claim_is_proved_on_every_version(kind: str, whole: Whole, proof: Proof) -> None:
    report = await proof(whole(kind))
    assert report.problems == ()
    assert [(one.proved, one.versions) for one in report.checked] == [(True, ((3, 11), (3, 15)))]


async def test_expected_values_never_reach_the_judge(whole: Whole, proof: Proof, jobs: list[Job]) -> None:
    await proof(whole("function", ("larger(3, 2)\n3", "larger(271828, 2)\n314159")))
    sent = "".join(job.source + "".join(probe.setup + probe.call for probe in job.probes) for job in jobs)
    assert "271828" in sent
    assert "314159" not in sent


async def test_keys_for_versions_that_are_not_here_are_named(whole: Whole, proof: Proof) -> None:
    report = await proof(whole("output"), (3, 11))
    (one,) = report.checked
    assert one.proved
    assert one.not_checked == (">=3.15",)
    assert report.missing == ((3, 12), (3, 13))


async def test_a_question_for_other_versions_is_not_run(whole: Whole, proof: Proof, jobs: list[Job]) -> None:
    report = await proof(whole("output", ("level = 4", 'level = 4\npython = ">=3.15"')), (3, 11))
    (one,) = report.checked
    assert (one.proved, one.remark, one.problems) == (False, "no Python here is >=3.15", ())
    assert jobs == []


async def test_a_retired_question_is_not_run(whole: Whole, proof: Proof, jobs: list[Job]) -> None:
    report = await proof(whole("output", ("level = 4", 'level = 4\nstatus = "retired"')))
    assert (report.checked[0].remark, report.proved) == ("retired", 0)
    assert jobs == []


async def test_a_draft_is_proved_like_a_live_question(whole: Whole, proof: Proof) -> None:
    assert (await proof(whole("output", ("level = 4", 'level = 4\nstatus = "draft"')))).proved == 1


async def test_sources_alone_prove_nothing(whole: Whole, proof: Proof) -> None:
    text = whole("choice", ('["S90a"]', '["S90a"]\nsource = ["https://docs.python.org/3/"]'))
    bare = text[: text.index("```python check")] + text[text.index("## Hints") :]
    report = await proof(bare)
    assert (report.problems, report.proved, report.checked[0].remark) == ((), 0, "rests on its sources")


async def test_words_are_graded_by_people(whole: Whole, proof: Proof, jobs: list[Job]) -> None:
    report = await proof(whole("open"))
    assert (report.problems, report.proved, report.checked[0].remark) == ((), 0, "graded by people")
    assert jobs == []


@pytest.mark.parametrize(
    ("program", "error", "line"),
    [
        ("x = 1\nif x:\nprint(x)", "IndentationError", 3),
        ("print(1)\nprint(2\nprint(3)", "SyntaxError", 2),
        ("def f(n):\n    return f(n + 1)\nf(0)", "RecursionError", 2),
        ("import json\njson.loads('')", "JSONDecodeError", 2),
        ("class Full(Exception): ...\n\ndef put():\n    raise Full\nput()", "Full", 4),
        ("try:\n    1 / 0\nfinally:\n    [][0]", "IndexError", 4),
    ],
    ids=["indent", "syntax", "recursion", "library", "own exception", "finally"],
)
async def test_an_error_ends_where_the_traceback_ends_in_the_program(
    program: str, error: str, line: int, whole: Whole, proof: Proof
) -> None:
    mine = "row = [1, 2]\nprint(row[1])\nprint(row[2])"
    keys = ('"IndexError"', f'"{error}"'), ("line = 3", f"line = {line}"), ("IndexError line 2", "OSError line 1")
    report = await proof(whole("error", (mine, program), *keys), (3, 11))
    assert [str(problem) for problem in report.problems] == []


async def test_an_order_that_does_not_matter_is_no_question(whole: Whole, proof: Proof) -> None:
    lines = 'print(1, end="")\nprint(1, end=str())\nprint("1", end="")'
    report = await proof(whole("order", ("x = 1\nx += 1\nprint(x)", lines), ("2\nend", "111end")), (3, 11))
    assert [problem.text for problem in report.problems] == [
        "the lines are shown in an order that is right on Python 3.11",
        "the order does not matter: others print the same on Python 3.11",
    ]


async def test_an_order_that_loops_for_ever_does_not_stop_the_proof(whole: Whole, proof: Proof) -> None:
    lines = "n = 3\nwhile n:\n    n -= 1\nprint(n)"
    report = await proof(whole("order", ("x = 1\nx += 1\nprint(x)", lines), ("2\nend", "0\nend")), (3, 11))
    assert report.problems == ()


async def test_broken_code_may_be_something_the_compiler_warns_about(whole: Whole, proof: Proof) -> None:
    assert (await proof(whole("fix", ("    ...", "    return 1 is 1")))).problems == ()


def sheets(text: str, number: int = 1) -> list[Sheet]:
    sheet, problems = read_sheet(text, file="names/aliasing/one.md")
    assert sheet is not None, problems
    return [replace(sheet, file=f"names/aliasing/q-{at}.md") for at in range(number)]


def played(job: Job, run: Run) -> Run:
    """The scripted run, with the compiler content."""
    if job.source.startswith("import warnings"):
        return Run(outcome=Outcome.PASSED, replies=tuple(Returned(value=None, shown="None") for _ in job.probes))
    return run


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (
            Run(outcome=Outcome.TOO_SLOW, detail="It ran for 3 s."),
            "line 12: the program takes too long (It ran for 3 s)",
        ),
        (Run(outcome=Outcome.TOO_LOUD), "line 12: the program prints too much on Python 3.11."),
        (Run(outcome=Outcome.CRASHED, detail="Signal 11."), "line 12: the program crashes (Signal 11) on Python 3.11."),
        (Run(outcome=Outcome.PASSED, stdout="\x1b[2J\x07"), "line 16: the program prints `\N{REPLACEMENT CHARACTER}`"),
    ],
    ids=["hangs", "shouts", "kills the interpreter", "clears the screen"],
)
async def test_whatever_a_program_does_to_the_judge_is_said_in_plain_words(run: Run, said: str, whole: Whole) -> None:
    report = await check(sheets(whole("output")), ScriptedJudge(lambda job: played(job, run)), [(3, 11)])
    assert said in str(report.problems[0])
    assert "\x1b" not in str(report.problems[0])


async def test_a_slow_solution_is_measured_twice_before_it_is_blamed(whole: Whole) -> None:
    answers = {"larger(1, 2)": 2, "larger(3, 2)": 3}
    seconds = iter([0.4, 0.1] * 2)

    def script(job: Job) -> Run:
        replies = tuple(Returned(value=answers.get(probe.call, 2), shown="") for probe in job.probes)
        asked = "sorted" in job.source
        return played(job, Run(outcome=Outcome.PASSED, replies=replies, seconds=next(seconds) if asked else 0))

    text = whole("function", ("larger(None, 2)\nTraceback (most recent call last):\nTypeError", "larger(0, 2)\n2"))
    report = await check(sheets(text), ScriptedJudge(script), [(3, 11)])
    assert not [problem for problem in report.problems if "200 ms" in problem.text]
    seconds = iter([0.4, 0.3] * 2)
    report = await check(sheets(text), ScriptedJudge(script), [(3, 11)])
    said = [str(problem) for problem in report.problems if "200 ms" in problem.text]
    assert len(said) == 1
    assert "q-0.md line 36: the solution takes more than 200 ms for all cases on Python 3.11. Use smaller" in said[0]


@pytest.mark.parametrize(("cpu", "wall", "blamed"), [(0.05, 0.9, 0), (0.3, 0.3, 1), (0.05, 1.5, 1), (0.0, 0.3, 1)])
async def test_processor_time_is_what_counts_where_it_is_known(
    cpu: float,
    wall: float,
    blamed: int,
    whole: Whole,
) -> None:
    answers = {"larger(1, 2)": 2, "larger(3, 2)": 3}

    def script(job: Job) -> Run:
        replies = tuple(Returned(value=answers.get(probe.call, 2), shown="") for probe in job.probes)
        return played(job, Run(outcome=Outcome.PASSED, replies=replies, seconds=wall, cpu_seconds=cpu))

    text = whole("function", ("larger(None, 2)\nTraceback (most recent call last):\nTypeError", "larger(0, 2)\n2"))
    report = await check(sheets(text), ScriptedJudge(script), [(3, 11)])
    assert sum("200 ms" in problem.text for problem in report.problems) == blamed


async def test_a_judge_that_ends_early_leaves_cases_unanswered_not_passed(whole: Whole) -> None:
    judge = ScriptedJudge(lambda job: played(job, Run(outcome=Outcome.PASSED)))
    report = await check(sheets(whole("function")), judge, [(3, 11)])
    assert sum("the solution on line 37 gives no answer" in problem.text for problem in report.problems) == 4


async def test_each_question_is_told_once_as_soon_as_it_is_done(whole: Whole) -> None:
    told: list[Checked] = []
    judge = ScriptedJudge(lambda job: played(job, Run(outcome=Outcome.PASSED, stdout="False")))
    report = await check(sheets(whole("output"), 5), judge, [(3, 11)], told=told.append, at_once=2)
    assert sorted(one.sheet.file for one in told) == [one.sheet.file for one in report.checked]


async def test_trouble_of_the_judge_comes_out_as_it_is(whole: Whole) -> None:
    judge = ScriptedJudge(lambda _: Run(outcome=Outcome.PASSED))
    judge.away = True
    with pytest.raises(JudgeTrouble, match="The judge is away"):
        await check(sheets(whole("output"), 3), judge, [(3, 11)])


async def test_a_machine_without_a_floor_says_so(whole: Whole) -> None:
    def refuse(_: Job) -> Run:
        raise NoFloor("This kernel has no Landlock.")

    with pytest.raises(NoFloor, match="no Landlock"):
        await check(sheets(whole("output")), ScriptedJudge(refuse), [(3, 11)])


@pytest.mark.parametrize(
    ("traceback", "line"),
    [
        ('  File "submission.py", line 2, in <module>\nNameError', 13),
        ('  File "submission.py", line 2\n  File "/usr/lib/python3.11/json/__init__.py", line 1\nValueError', 13),
        ('  File "submission.py", line 2\n  File "<frozen importlib._bootstrap>", line 1\nImportError', 13),
        ('  File "submission.py", line 2\n  File "<string>", line 99\nNameError', 13),
        ("Segmentation fault", 12),
    ],
)
async def test_a_crash_is_placed_on_the_authors_own_line(traceback: str, line: int, whole: Whole) -> None:
    judge = ScriptedJudge(lambda job: played(job, Run(outcome=Outcome.CRASHED, stderr=traceback)))
    report = await check(sheets(whole("output")), judge, [(3, 11)])
    assert [problem.line for problem in report.problems] == [line]


@pytest.mark.parametrize(
    ("outcome", "problems"),
    [(Outcome.CRASHED, 0), (Outcome.EXITED, 0), (Outcome.TOO_SLOW, 1), (Outcome.FORBIDDEN, 1)],
)
async def test_a_program_beside_options_may_crash_but_has_to_end(outcome: Outcome, problems: int, whole: Whole) -> None:
    text = whole("choice", ('["S90a"]', '["S90a"]\nsource = ["https://docs.python.org/3/"]'))
    bare = text[: text.index("```python check")] + text[text.index("## Hints") :]
    report = await check(sheets(bare), ScriptedJudge(lambda job: played(job, Run(outcome=outcome))), [(3, 11)])
    assert len(report.problems) == problems
    assert all(problem.text.startswith("the program ") for problem in report.problems)


async def test_a_key_that_hangs_on_the_order_of_a_set_is_caught(whole: Whole) -> None:
    def script(job: Job) -> Run:
        return played(job, Run(outcome=Outcome.PASSED, stdout="Flase" if job.hash_seed else "False"))

    report = await check(sheets(whole("output")), ScriptedJudge(script), [(3, 11), (3, 12)])
    said = "the program prints `Flase`, the key says `False` on Python 3.11 and 3.12 when PYTHONHASHSEED is 1"
    assert [problem.text for problem in report.problems] == [said]


async def test_code_that_even_the_compiler_cannot_survive_is_a_problem(whole: Whole) -> None:
    judge = ScriptedJudge(lambda _: Run(outcome=Outcome.TOO_BIG))
    report = await check(sheets(whole("output")), judge, [(3, 11)])
    assert [problem.text for problem in report.problems] == ["the `python run` block cannot be compiled on Python 3.11"]


async def test_a_solution_that_hangs_on_a_later_case_is_too_slow_rather_than_wrong(whole: Whole) -> None:
    half = Run(
        outcome=Outcome.TOO_SLOW, replies=(Returned(value=2, shown="2"),), detail="It was stopped after 3 seconds."
    )
    report = await check(sheets(whole("function")), ScriptedJudge(lambda job: played(job, half)), [(3, 11)])
    said = "the solution takes too long (It was stopped after 3 seconds) on Python 3.11"
    assert [problem.text for problem in report.problems] == [said]
