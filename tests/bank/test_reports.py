"""What `askling check` prints is one plain value."""

import json
from collections.abc import Awaitable, Callable

from bot.bank.problems import Problem, brief, meant
from bot.bank.reports import Report

Proof = Callable[..., Awaitable[Report]]


async def test_a_report_is_json(proof: Proof, whole: Callable[..., str]) -> None:
    report = await proof(whole("output", ("False\n```", "Flase\n```")))
    data = json.loads(json.dumps(report.as_json()))
    assert data["summary"] == {"questions": 1, "proved": 0, "problems": 1}
    assert (data["versions"], data["not_checked"]) == (["3.11", "3.15"], ["3.12", "3.13"])
    (problem,) = data["problems"]
    assert (problem["file"], problem["line"]) == ("names/aliasing/one.md", 16)
    assert problem["text"] == "the program prints `False`, the key says `Flase` on Python 3.11"
    assert data["questions"] == [
        {
            "id": "one",
            "file": "names/aliasing/one.md",
            "topic": "names/aliasing",
            "kind": "output",
            "level": 4,
            "status": "live",
            "proved": False,
            "versions": ["3.11", "3.15"],
            "not_checked": [],
            "problems": 1,
            "remark": "",
        }
    ]


async def test_files_that_cannot_be_read_count_as_questions_with_problems(proof: Proof) -> None:
    report = await proof("nothing")
    assert report.questions == 1
    assert (report.proved, report.checked) == (0, ())
    assert len(report.problems) == len(report.unread) > 0


def test_what_a_problem_quotes_cannot_steer_a_terminal() -> None:
    problem = Problem("a\x1b[31m.md", 1, "\x1b]0;title\x07 \u202eevil\nsecond line", "Fix\tit.")
    assert "\x1b" not in str(problem)
    assert "\u202e" not in str(problem)
    assert "\n" not in str(problem).replace("\n… (+1 ⏎)", "")


def test_long_values_are_cut() -> None:
    assert brief("a\nb\n") == "`a⏎b`"
    assert len(brief("x" * 1000)) < 70


def test_a_word_nobody_knows_is_answered_with_the_nearest_or_with_all() -> None:
    assert meant("levle", ["level", "seed"]) == "Did you mean `level`?"
    assert meant("zzz", ["seed", "level"]) == "There is `level` and `seed`."
    assert meant("zzz", ["seed", "level"], "topics.toml") == "Choose one of topics.toml."
