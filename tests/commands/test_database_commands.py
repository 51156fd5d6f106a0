"""`askling backup`, `restore`, `export` and `erase`, as an operator types them."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def askling(*arguments: str | Path, cwd: Path, typed: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        input=typed,
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(cwd)},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def lived(tmp_path: Path) -> Path:
    """A folder in which two people answered today's question, whatever it is."""
    code, _, err = askling(
        "run", cwd=tmp_path, typed=b"ada> privacy\nben> privacy\nada> @answer.py\nada> a\nada> answer 1\n"
    )
    assert (code, err) == (0, "")
    return tmp_path


def test_a_backup_is_made_proved_and_restored(lived: Path) -> None:
    code, made, err = askling("backup", "safe.sqlite", cwd=lived)
    assert (code, err) == (0, "")
    assert "2 people, 1 questions asked" in made
    code, checked, _ = askling("restore", "safe.sqlite", "--check", cwd=lived)
    assert (code, "Nothing was changed" in checked) == (0, True)
    assert not (lived / "askling.sqlite.replaced-1").exists()
    code, restored, _ = askling("restore", "safe.sqlite", cwd=lived)
    assert (code, "askling.sqlite.replaced-1" in restored) == (0, True)
    code, _, err = askling("run", cwd=lived, typed=b"ada> board\n")
    assert (code, err) == (0, "")


def test_a_backup_without_a_name_lies_in_a_folder_beside_the_database(lived: Path) -> None:
    assert askling("backup", cwd=lived)[0] == 0
    assert len(list((lived / "backups").glob("askling-*.sqlite"))) == 1


def test_an_export_says_the_same_in_both_shapes(lived: Path) -> None:
    _, lines, err = askling("export", cwd=lived)
    _, table, _ = askling("export", "console", "--format", "csv", cwd=lived)
    assert err == ""
    rows = [json.loads(line) for line in lines.splitlines()]
    cells = list(csv.DictReader(table.splitlines()))
    assert [row["id"] for row in rows] == [cell["id"] for cell in cells]
    assert all({"member", "question", "outcome", "points", "answer"} <= row.keys() for row in rows)


def test_a_person_is_erased_by_their_address(lived: Path) -> None:
    code, said, _ = askling("erase", "console:ada", cwd=lived)
    assert (code, "console:ada is erased" in said) == (0, True)
    assert "ada" not in askling("export", cwd=lived)[1]
    code, _, err = askling("erase", "console:ada", cwd=lived)
    assert (code, "Nobody is known as console:ada" in err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("backup",), "no database at"),
        (("erase", "console:ada"), "no database at"),
        (("export",), "nothing to export"),
        (("restore", __file__), "not a database"),
        (("restore", "missing.sqlite"), "does not exist"),
    ],
)
def test_what_cannot_be_done_is_one_clear_sentence(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = askling(*arguments, cwd=tmp_path)
    assert code != 0
    assert said in err
    assert "Traceback" not in out + err
    assert not (tmp_path / "askling.sqlite").exists()
