"""House rules that a machine can watch."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = tuple(ROOT / "tests" / "hostile" / folder for folder in ("attacks", "benign", "tools"))
"""Learners' code, as learners write it: data."""
PYTHON = [
    file
    for file in sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("tests/**/*.py")])
    if not any(folder in file.parents for folder in CORPUS)
]
HERE = Path(__file__)


def tracked() -> list[Path]:
    """What git would publish; where there is no git, everything that is no cache."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]
    return [path for path in ROOT.rglob("*.*") if path.is_file() and ".venv" not in path.parts]


@pytest.mark.parametrize("file", PYTHON, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_is_left_unfinished_and_nothing_of_ours_is_mocked(file: Path) -> None:
    words = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error", "unittest." + "mock", "Magic" + "Mock")
    text = file.read_text("utf-8")
    assert not [word for word in words if re.search(rf"\b{re.escape(word)}\b", text)]


@pytest.mark.parametrize(
    "file", [file for file in PYTHON if ROOT / "tests" in file.parents], ids=lambda file: str(file.relative_to(ROOT))
)
def test_no_test_sleeps(file: Path) -> None:
    naps = re.findall(r"^\s*(?:await asyncio|time)\.sleep\((?!0\))", file.read_text("utf-8"), re.MULTILINE)
    assert not naps


@pytest.mark.parametrize("file", sorted(ROOT.glob("bot/**/*.py")), ids=lambda file: str(file.relative_to(ROOT)))
def test_a_room_is_small_enough_to_read(file: Path) -> None:
    tables = {"syscalls.py"}
    assert file.name in tables or len(file.read_text("utf-8").splitlines()) <= 300


def test_no_machine_path_or_registry_address_is_published() -> None:
    pattern = re.compile(r"/(?:work|farm)/|/root/|https?://[^\s\"']*(?:\.whl|\.tar\.gz|/simple/)")
    found = [
        path.relative_to(ROOT)
        for path in tracked()
        if path != HERE and path.suffix in {".py", ".md", ".toml", ".lock", ".sql", ".txt", ""}
        if pattern.search(path.read_text("utf-8", errors="ignore"))
    ]
    assert found == []
