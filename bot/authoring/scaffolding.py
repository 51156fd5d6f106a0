"""`askling questions new`: a question file to start from."""

from pathlib import Path

from bot.bank.folders import find_bank, load_contents
from bot.bank.problems import meant
from bot.bank.reading import STEM
from bot.bank.scaffolds import scaffold
from bot.bank.topics import FILE
from bot.quiz.errors import QuestionMistake
from bot.quiz.questions import Kind


def new(kind: Kind, place: str, bank: Path) -> Path:
    """Write a draft to `<topic>/<subtopic>/<stem>` of a bank. Returns its path.

    Raises:
        QuestionMistake: the place is none, or taken.
    """
    home, _ = find_bank(bank)
    if not isinstance(home, Path):
        raise QuestionMistake(f"{bank} is no question bank: there is no {FILE} in it. Name one with --bank.")
    topic, _, stem = place.removesuffix(".md").rpartition("/")
    known = load_contents(home)[0].ids
    if topic not in known:
        raise QuestionMistake(f"There is no topic `{topic}`. {meant(topic, known, FILE)}")
    if not STEM.fullmatch(stem):
        raise QuestionMistake(f"`{stem}` cannot be an id. Use lower-case letters, digits and single hyphens.")
    taken = next(home.glob(f"*/*/{stem}.md"), None)
    if taken:
        raise QuestionMistake(f"The id `{stem}` is taken by {taken.relative_to(home)}. Ids are unique in a bank.")
    file = home / topic / f"{stem}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(scaffold(kind, stem), "utf-8")
    return file
