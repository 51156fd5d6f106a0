"""The commands as people type them: on the real core, judge and SQLite."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def askling(
    *arguments: str | Path, cwd: Path, typed: bytes = b"", settings: dict[str, str] | None = None
) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        input=typed,
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(cwd), **(settings or {})},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def judged(tmp_path: Path, source: bytes, *more: str) -> dict[str, Any]:
    file = tmp_path / "snippet.py"
    file.write_bytes(source)
    code, out, err = askling("judge", *(more or ("--raw",)), file, "--json", cwd=tmp_path)
    assert code == 0, err
    told: dict[str, Any] = json.loads(out)
    return told


DEMO = pytest.mark.xdist_group("demo")
"""It is played once, by one worker."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    code, out, err = askling("demo", cwd=tmp_path_factory.mktemp("demo"))
    assert code == 0, err
    return out


@DEMO
def test_the_demo_plays_a_whole_day(demo: str) -> None:
    wanted = (
        "Fair shares  (types/numbers",  # posted
        "✗ Not yet",
        "✓ Right",
        "✗ Too slow",  # the snippet that loops for ever
        "judged before; nothing was counted twice",  # the duplicate
        "bot> Closed: Fair shares",
        "bot> The answer: Fair shares",
        "Winner: ben",
    )
    places = [demo.find(words) for words in wanted]
    assert -1 not in places, dict(zip(wanted, places, strict=True))
    assert places == sorted(places)


@DEMO
def test_the_demo_says_nothing_public_about_the_key_before_the_reveal(demo: str) -> None:
    public = [
        line for line in demo.split("The answer: Fair shares", maxsplit=1)[0].splitlines() if line.startswith("bot> ")
    ]
    assert public
    assert not any("divmod" in line for line in public)


@DEMO
def test_the_readmes_transcript_is_the_demos(demo: str) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    transcript = readme.split("````text\n")[1].split("````")[0]
    shown = [line for line in transcript.splitlines() if line != "…"]
    told = iter(demo.splitlines())
    assert len(shown) > 20
    assert [line for line in shown if line not in told] == []


def test_a_piped_conversation_asks_judges_ranks_and_ends(tmp_path: Path) -> None:
    typed = b"ada> a\nada> answer 42\nada> hint\nben> me\nada> board\nhello\n/quiz wrods\n"
    code, out, err = askling("run", cwd=tmp_path, typed=typed)
    assert (code, err) == (0, "")
    assert out.startswith("bot> ")
    assert "only ada sees this" in out
    assert "All time" in out
    assert "I do not know `wrods`" in out
    assert (tmp_path / "askling.sqlite").exists()


def test_the_open_question_is_shown_again_after_a_restart_and_points_are_kept(tmp_path: Path) -> None:
    _, first, _ = askling("run", cwd=tmp_path, typed=b"ada> a\nada> answer 1\nada> ```\nx = 1\n```\n")
    code, second, _ = askling("run", cwd=tmp_path, typed=b"ada> board\n")
    assert code == 0
    assert second.splitlines()[0] == first.splitlines()[0]
    assert re.search(r"1\. ada +\d+", second)


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        (b"print(sum(range(1000)))", "passed"),
        (b"1 / 0", "crashed"),
        (b"def", "crashed"),
        (b"while True: pass", "too slow"),
        (b"x = bytearray(1 << 30)", "too big"),
        (b"while True: print('x' * 999)", "too loud"),
        (b"import os; os._exit(0)", "exited"),
        (b"a\0b", "refused"),
        (b"\xff\xfe", "refused"),
        (b"#" * 1_000_000, "refused"),
    ],
)
def test_a_raw_run_ends_in_a_word(tmp_path: Path, source: bytes, outcome: str) -> None:
    told = judged(tmp_path, source)
    assert told["outcome"] == outcome
    assert {"outcome", "stdout", "stderr", "seconds", "layers"} <= told.keys()


def test_a_raw_run_says_what_was_printed_and_which_walls_stood(tmp_path: Path) -> None:
    told = judged(tmp_path, b"import sys; print('out'); print('err', file=sys.stderr)")
    assert (told["stdout"], told["stderr"]) == ("out\n", "err\n")
    assert {"no new privileges", "seccomp", "limits"} <= set(told["layers"])


def test_a_file_is_judged_as_an_answer(tmp_path: Path) -> None:
    right = (
        b"def fair_shares(cents, people):\n    if people < 1:\n        raise ValueError\n"
        b"    a, b = divmod(cents, people)\n    return [a + 1] * b + [a] * (people - b)\n"
    )
    assert judged(tmp_path, right, "--question", "fair-shares")["outcome"] == "passed"
    assert judged(tmp_path, b"def fair_shares(c, p): return []", "--question", "fair-shares")["outcome"] == "wrong"


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        (("dance",), {}, "No such command 'dance'"),
        (("judge", "--question", "no-such", __file__), {}, "There is no question 'no-such'"),
        (("judge", __file__), {}, "Say one of --raw, --question ID, --batch and --serve PATH."),
        (("run",), {"ASKLING_SCHEDULE": "dayly 09:00 UTC"}, "did you mean daily?"),
        (("run",), {"ASKLING_DATABSE": "x"}, "did you mean ASKLING_DATABASE?"),
        (("run",), {"ASKLING_JUDGE_AT_ONCE": "many"}, "ASKLING_JUDGE_AT_ONCE"),
        (("run",), {"ASKLING_PYTHON": "2.7"}, "Python 2.7 is not on this machine"),
    ],
)
def test_bad_input_gets_one_clear_sentence(
    tmp_path: Path, arguments: tuple[str, ...], settings: dict[str, str], said: str
) -> None:
    code, out, err = askling(*arguments, cwd=tmp_path, settings=settings)
    assert code != 0
    assert said in err
    assert "Traceback" not in out + err


def test_every_bad_setting_is_told_at_once(tmp_path: Path) -> None:
    wrong = {"ASKLING_LOG_LEVEL": "loud", "ASKLING_OPEN_HOURS": "0", "ASKLING_NOPE": "1"}
    _, _, err = askling("run", cwd=tmp_path, settings=wrong)
    assert all(name in err for name in ("ASKLING_LOG_LEVEL", "ASKLING_OPEN_HOURS", "ASKLING_NOPE"))


def test_settings_can_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ASKLING_DATABASE=elsewhere.sqlite\n")
    assert askling("run", cwd=tmp_path)[0] == 0
    assert (tmp_path / "elsewhere.sqlite").exists()


def test_check_proves_a_question_and_says_so_as_json() -> None:
    code, out, err = askling("check", "questions/types/numbers/fair-shares.md", "--json", cwd=ROOT)
    told = json.loads(out)
    assert code == 0, err
    assert told["summary"] == {"questions": 1, "proved": 1, "problems": 0}


def test_check_names_file_line_and_fix_and_fails(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    question = bank / "types" / "numbers" / "wrong-key.md"
    question.parent.mkdir(parents=True)
    (bank / "topics.toml").write_text((ROOT / "questions" / "topics.toml").read_text("utf-8"), "utf-8")
    question.write_text(
        '# Key\n\n```toml question\nkind = "output"\nlevel = 1\nseed = ["extra"]\nminutes = 1\n```\n\nWhat?\n\n'
        "```python run\nprint(1)\n```\n\n```text output\n2\n```\n\n```text wrong\n3\n```\n\n> Belief.\n\n"
        "```text wrong\n4\n```\n\n> Belief.\n\n## Why\n\nBecause.\n",
        "utf-8",
    )
    code, out, _ = askling("check", bank, cwd=tmp_path)
    assert code == 1
    assert "wrong-key.md line" in out


def test_check_takes_any_number_of_files_and_knows_what_changed(tmp_path: Path) -> None:
    bank = a_bank(tmp_path / "bank", "live", "2")
    (bank / "types" / "numbers" / "other.md").write_text(
        (bank / "types/numbers/one-sum.md").read_text().replace("1 + 1", "3 - 1")
    )
    files = [str(path) for path in sorted(bank.glob("*/*/*.md"))]
    told = json.loads(askling("check", *files, "--json", cwd=tmp_path)[1])
    assert (told["summary"], told["coverage"]) == ({"questions": 2, "proved": 2, "problems": 0}, {})
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "all"]):
        subprocess.run([*git, *command], cwd=bank, check=True, capture_output=True)
    (bank / "types" / "numbers" / "other.md").write_text("?")
    code, out, _ = askling("check", bank, "--changed", "--json", cwd=tmp_path)
    assert code == 1
    assert {problem["file"] for problem in json.loads(out)["problems"]} == {"types/numbers/other.md"}
    whole = json.loads(askling("check", bank, "--json", cwd=tmp_path)[1])
    assert whole["coverage"] == {"types/numbers": {"kinds": {"output": 1}, "missing": []}}


def a_bank(folder: Path, status: str, answer: str) -> Path:
    question = folder / "types" / "numbers" / "one-sum.md"
    question.parent.mkdir(parents=True)
    (folder / "topics.toml").write_text('[types]\ntitle = "Types"\norder = 1\n[types.numbers]\ntitle = "Numbers"\n')
    question.write_text(
        f'# Sum of {folder.name}\n\n```toml question\nkind = "output"\nlevel = 1\nseed = ["extra"]\nstatus = "{status}"\n```\n\n'
        f"What?\n\n```python run\nprint(1 + 1)\n```\n\n```text output\n{answer}\n```\n\n```text wrong\n3\n```\n\n> Belief.\n\n"
        "```text wrong\n4\n```\n\n> Belief.\n\n## Why\n\nBecause.\n"
    )
    return folder


def test_a_pack_is_asked_once_it_is_proved_and_its_wrong_keys_never_are(tmp_path: Path) -> None:
    packs = a_bank(tmp_path / "ours", "live", "2"), a_bank(tmp_path / "theirs", "live", "5")
    settings = {
        "ASKLING_QUESTIONS": str(a_bank(tmp_path / "bank", "draft", "2")),
        "ASKLING_PACKS": ":".join(map(str, packs)),
    }
    code, out, err = askling("run", cwd=tmp_path, typed=b"ada> answer 2\n", settings=settings)
    assert code == 0
    assert "Sum of ours" in out
    assert "✓ Right" in out
    assert "theirs/types/numbers/one-sum.md line" in err


def test_the_doctor_tries_every_wall(tmp_path: Path) -> None:
    code, out, _ = askling("doctor", "--json", cwd=tmp_path)
    findings = {one["name"]: one["held"] for one in json.loads(out)}
    assert code == 0, out
    assert findings["seccomp"]
    assert findings["opening a socket"]
    assert findings["question bank"]
