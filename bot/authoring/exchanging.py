"""`askling questions export` and `import`."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bot.bank.exchange.anki import write_anki
from bot.bank.exchange.books import write_json
from bot.bank.exchange.drafts import Drafts, drafts
from bot.bank.exchange.gift import read_gift, write_gift
from bot.bank.exchange.items import Item, item_of
from bot.bank.exchange.moodle import write_moodle
from bot.bank.exchange.tables import read_csv, write_csv
from bot.bank.exchange.trivia import read_open_trivia, read_red_trivia, read_sir_lancebot
from bot.bank.folders import find_bank, load, load_contents
from bot.bank.problems import meant
from bot.bank.topics import FILE
from bot.quiz.errors import QuestionMistake
from bot.quiz.pythons import Version
from bot.quiz.questions import Question

_TEXTS: dict[str, Callable[[Sequence[Item]], str]] = {"csv": write_csv, "gift": write_gift, "moodle": write_moodle}
EXPORTS = ("json", *_TEXTS, "anki")
_READERS: dict[str, Callable[[str], tuple[Item, ...]]] = {
    "csv": read_csv,
    "gift": read_gift,
    "open-trivia": read_open_trivia,
    "red": read_red_trivia,
    "sir-lancebot": read_sir_lancebot,
}
IMPORTS = tuple(_READERS)
LARGEST = 8 * 1024 * 1024
"""Bytes of a file to import; the largest trivia list we know has a tenth of that."""


def export(questions: Sequence[Question], to: str, version: Version, *, at: float) -> bytes:
    """The live questions that make sense on a Python, in one of `EXPORTS`; `at` is now, in seconds since 1970."""
    wanted = [question for question in questions if question.live and version in question.python]
    if to == "json":
        return write_json(wanted).encode()
    items = [item_of(question, version) for question in wanted]
    return write_anki(items, at=at) if to == "anki" else _TEXTS[to](items).encode()


def take_in(file: Path, form: str, *, bank: Path, topic: str, sources: Sequence[str]) -> Drafts:
    """Write the questions of a file into a bank, as drafts.

    Raises:
        QuestionMistake: the file, the bank or the topic cannot be used; nothing is written then.
    """
    home, _ = find_bank(bank)
    if not isinstance(home, Path):
        raise QuestionMistake(f"{bank} is no question bank: there is no {FILE} in it. Name one with --bank.")
    known = load_contents(home)[0].ids
    if topic not in known:
        raise QuestionMistake(f"There is no topic `{topic}`. {meant(topic, known, FILE)}")
    sheets, _ = load(home)
    taken = {str(name) for sheet in sheets for name in (sheet.question.id, *sheet.question.aliases)}
    taken |= {path.stem for path in home.glob("*/*/*.md")}
    found = drafts(_READERS[form](_text(file)), topic=topic, sources=sources, taken=taken)
    for name, text in found.files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return found


def _text(file: Path) -> str:
    with file.open("rb") as stream:
        raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise QuestionMistake(f"{file.name} has more than {LARGEST // 1024 // 1024} MiB. Split it.")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise QuestionMistake(f"{file.name} is not valid UTF-8. Save it again as UTF-8 text.") from None
