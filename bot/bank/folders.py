"""A folder of question files, read whole. A file with a mistake is left out and reported; it never stops the rest."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.bank.problems import Problem, meant
from bot.bank.reading import read_sheet
from bot.bank.sheets import Sheet
from bot.bank.topics import FILE, Contents, read_contents

LARGEST = 64 * 1024
"""Bytes a file of the bank may have; the longest question so far has 5 KiB."""

_NO_BANK = "Name a folder with a topics.toml in it, or a file or folder below one."


def load(root: Traversable | None = None) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """The sheets of a bank, by topic and id, and every problem of its files.

    Args:
        root: the bank's folder, or a folder or file inside one (then only what lies there is returned, though
            all is read, because ids are unique in a whole bank); None is the bank that ships with askling.
    """
    where = files("questions") if root is None else root
    bank, inside = find_bank(where)
    if bank is None:
        return (), (Problem(str(where), 1, "no question bank is here", _NO_BANK),)
    contents, problems = load_contents(bank)
    if problems:
        return (), problems
    sheets, found = _read_all(bank)
    found += [problem for sheet in sheets for problem in _place_problems(sheet, contents)]
    found += _name_problems(sheets)
    bad = {problem.file for problem in found}
    return (
        tuple(sheet for sheet in sheets if sheet.file not in bad and lies_in(sheet.file, inside)),
        tuple(sorted(problem for problem in found if lies_in(problem.file, inside))),
    )


def load_contents(root: Traversable) -> tuple[Contents, tuple[Problem, ...]]:
    """The topics of a bank."""
    text = _text(root.joinpath(FILE), FILE)
    return (Contents(), (text,)) if isinstance(text, Problem) else read_contents(text)


def find_bank(where: Traversable) -> tuple[Traversable | None, str]:
    """The bank a path belongs to, and the path inside it (empty: all of it)."""
    if not isinstance(where, Path) or where.joinpath(FILE).is_file():
        return where, ""
    if where.joinpath("questions", FILE).is_file():  # a checkout, with a README and a licence at its top
        return where / "questions", ""
    whole = where.resolve()
    for folder in whole.parents if whole.exists() else ():
        if folder.joinpath(FILE).is_file():
            return folder, whole.relative_to(folder).as_posix()
    return None, ""


def lies_in(file: str, inside: str) -> bool:
    """Whether a file of a bank is, or is below, a path inside that bank (empty: all of it)."""
    return not inside or file == inside or file.startswith(f"{inside}/")


def _read_all(root: Traversable) -> tuple[list[Sheet], list[Problem]]:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for found in _files(root):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        name, file = found
        text = _text(file, name)
        sheet, mistakes = (None, (text,)) if isinstance(text, Problem) else read_sheet(text, file=name)
        problems += mistakes
        if sheet:
            sheets.append(sheet)
    return sheets, problems


def _files(root: Traversable, above: tuple[str, ...] = ()) -> Iterator[tuple[str, Traversable] | Problem]:
    """Question files in order. They live exactly two folders deep, so that no link can lead round in a circle."""
    try:
        entries = sorted(root.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(
            "/".join(above) or ".", 1, f"the folder cannot be read: {error.strerror}", "Check its permissions."
        )
        return
    for entry in entries:
        path = (*above, entry.name)
        name = "/".join(path)
        if entry.name.startswith((".", "__")) or name == FILE or entry.name == "README.md":
            continue
        if entry.is_dir() and len(path) <= 2:
            yield from _files(entry, path)
        elif entry.name.endswith(".md") and len(path) == 3:
            yield name, entry
        else:
            yield Problem(name, 1, "this is no question", "A bank holds topics.toml and <topic>/<subtopic>/<id>.md.")


def _text(file: Traversable, name: str) -> str | Problem:
    if not file.is_file():  # a pipe would never end, a link may lead nowhere
        return Problem(name, 1, "this is no ordinary file", "Put the question itself here.")
    try:
        with file.open("rb") as stream:
            raw: bytes = stream.read(LARGEST + 1)
    except OSError as error:
        return Problem(name, 1, f"the file cannot be read: {error.strerror}", "Check its permissions.")
    if len(raw) > LARGEST:
        return Problem(name, 1, f"the file has more than {LARGEST // 1024} KiB", "Split it, or shorten it.")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(name, line, f"byte {raw[error.start]:#04x} is not valid UTF-8", "Save the file as UTF-8.")


def _place_problems(sheet: Sheet, contents: Contents) -> Iterator[Problem]:
    topic = sheet.question.topic
    if topic not in contents.ids:
        yield sheet.problem(1, f"there is no topic `{topic}`", meant(topic, contents.ids, FILE))
    for row in sheet.question.seed:
        if row not in contents.rows:
            fix = meant(row, contents.rows, f"the rows in {FILE}")
            yield sheet.problem(sheet.header_line, f"the curriculum has no row `{row}`", fix)


def _name_problems(sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """Ids and old ids are unique. Of two files that claim one name neither is used: nobody knows which is meant."""
    owners: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        for name in {sheet.question.id, *sheet.question.aliases}:
            owners.setdefault(name, []).append(sheet)
    for shared, sharing in owners.items():
        for sheet, other in zip(sharing, sharing[1:] + sharing[:1], strict=True):
            if len(sharing) > 1:
                fix = "Rename one of the two files, or drop the alias."
                yield sheet.problem(1, f"the id `{shared}` is also taken by {other.file}", fix)
