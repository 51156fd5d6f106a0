"""`askling judge` beyond one file: batches, another Python, and a judge for a bot elsewhere."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.judge import SocketJudge, interpreters
from bot.quiz.runs import Job

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}


def batch(folder: Path, *rows: object, more: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    file = folder / "rows.jsonl"
    file.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
    done = subprocess.run(
        [sys.executable, "-m", "bot", "judge", "--batch", file, "--json", *more],
        cwd=folder, env={**ENVIRONMENT, "HOME": str(Path.home())}, capture_output=True, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_batch_has_a_row_for_each_row_in_order(tmp_path: Path) -> None:
    told = batch(
        tmp_path,
        {"id": "slow", "code": "import time; time.sleep(0.2); print('slow')"},
        {"id": 2, "code": "print('quick')"},
        {"id": "lost", "code": "while True: pass"},
        {"id": "said", "code": "print(input())", "stdin": "hello\n"},
    )
    assert [row["id"] for row in told] == ["slow", 2, "lost", "said"]
    assert [row["outcome"] for row in told] == ["passed", "passed", "too slow", "passed"]
    assert [row["stdout"] for row in told] == ["slow\n", "quick\n", "", "hello\n"]
    assert all({"stderr", "seconds", "cpu_seconds", "detail"} <= row.keys() for row in told)


def test_calls_are_compared_with_what_is_expected_type_included(tmp_path: Path) -> None:
    code = "def f(x): return x * x"
    right, wrong, kind, few, broken = batch(
        tmp_path,
        {"id": 1, "code": code, "calls": ["f(2)", "f(3)"], "expected": [4, 9]},
        {"id": 2, "code": code, "calls": ["f(2)", "f(3)"], "expected": [4, 8]},
        {"id": 3, "code": code, "calls": ["f(2.0)"], "expected": [4]},
        {"id": 4, "code": code, "calls": ["f(2)", "f(3)"], "expected": [4]},
        {"id": 5, "code": "def f(x): raise KeyError(x)", "calls": ["f(2)"], "expected": [4]},
    )
    assert (right["outcome"], right["cases"]) == (
        "passed",
        [{"passed": True, "got": "4"}, {"passed": True, "got": "9"}],
    )
    assert [row["outcome"] for row in (wrong, kind, few, broken)] == ["wrong"] * 4
    assert [[case["passed"] for case in row["cases"]] for row in (wrong, kind, few)] == [
        [True, False],
        [False],
        [True, False],
    ]
    assert broken["cases"] == [{"passed": False, "got": "raised KeyError: 2"}]


@pytest.mark.parametrize("row", ["no JSON", "[]", '{"id": 1}', '{"id": 1, "code": 5}', '{"id": [], "code": ""}'])
def test_a_row_that_cannot_be_read_is_refused_by_its_number_and_the_others_are_judged(tmp_path: Path, row: str) -> None:
    first, bad, last = batch(tmp_path, {"id": 1, "code": "print(1)"}, row, {"id": 3, "code": "print(3)"})
    assert (first["stdout"], last["stdout"]) == ("1\n", "3\n")
    assert bad["outcome"] == "refused"
    assert bad["detail"].startswith("line 2: ")


def test_a_batch_can_meet_another_python(tmp_path: Path) -> None:
    present = interpreters()
    version = max(present)
    (row,) = batch(
        tmp_path,
        {"id": 1, "code": "import sys; print(*sys.version_info[:2])"},
        more=("--python", f"{version[0]}.{version[1]}"),
    )
    assert row["stdout"] == f"{version[0]} {version[1]}\n"


async def test_a_served_judge_judges_and_a_sigterm_ends_it_well(tmp_path: Path) -> None:
    path = tmp_path / "judge.sock"
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "judge", "--serve", path], cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE
    ) as server:
        async with SocketJudge(path, pauses=(0.2,) * 100) as judge:
            assert (await judge.run(Job(source="print('from afar')"))).stdout == "from afar\n"
        os.kill(server.pid, signal.SIGTERM)
        assert server.wait(20) == 0
    assert not path.exists()


def test_a_socket_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "judge", "--serve", tmp_path / "no" / "such" / "folder"],
        cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "The judge cannot listen at" in done.stderr
    assert "Traceback" not in done.stderr
