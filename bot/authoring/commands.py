"""The commands below `askling questions`."""

import json
import sys
from pathlib import Path

import click

from bot.commands import as_json as _json
from bot.commands import told

_KINDS = ("choice", "output", "error", "function", "fix", "order", "fill", "open")
_EXPORTS = ("json", "csv", "gift", "moodle", "anki")
_IMPORTS = ("csv", "gift", "open-trivia", "red", "sir-lancebot")
_BANK = click.option(
    "--bank",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("questions"),
    show_default=True,
    help="The bank to write to.",
)


@click.group()
def questions() -> None:
    """Write, preview, count and exchange questions."""


@questions.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("place", metavar="TOPIC/STEM")
@_BANK
@told
async def new(kind: str, place: str, bank: Path) -> None:
    """Begin a question: a draft that is whole, to be replaced piece by piece."""
    from bot.authoring.scaffolding import new as begin
    from bot.quiz.questions import Kind

    file = begin(Kind(kind), place, bank)
    click.echo(f"{file} is a draft. Write, then: askling check {file}")


@questions.command()
@click.argument("question", metavar="ID")
@click.option("--as", "chat", type=click.Choice(("console", "discord", "slack")), default="console", show_default=True)
@told
async def preview(question: str, chat: str) -> None:
    """Show what learners will see: the card, then the reveal."""
    from bot import config, supplies
    from bot.authoring.previewing import preview as show
    from bot.bank.filebank import FileBank
    from bot.quiz.errors import BankTrouble
    from bot.quiz.ids import QuestionId

    settings = config.load()
    bank, _ = FileBank.load(settings.questions)
    found = bank.question(QuestionId(question))
    if found is None:
        raise BankTrouble(f"There is no question {question!r} in the bank.")
    click.echo(show(found, chat, supplies.python_of(settings)))


@questions.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path), required=False)
@_json
@told
async def stats(path: Path | None, as_json: bool) -> None:
    """Count the bank by topic, kind and level, and name the curriculum rows without a question."""
    from bot import config
    from bot.authoring.statistics import stats as count

    numbers, words = count(path or config.load().questions)
    click.echo(json.dumps(numbers, ensure_ascii=False) if as_json else words)


@questions.command()
def schema() -> None:
    """Print the JSON Schema of an exported bank."""
    from bot.bank.exchange.books import schema as written

    click.echo(written(), nl=False)


@questions.command()
def snippets() -> None:
    """Print snippets for editors of the VS Code family: save them as .vscode/askling.code-snippets."""
    from bot.bank.scaffolds import snippets as written

    click.echo(written(), nl=False)


@questions.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(_EXPORTS))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@told
async def export(form: str, file: Path | None) -> None:
    """Write the live questions to FILE (or standard output): json, csv, gift, moodle or anki."""
    from bot import config, supplies
    from bot.authoring.exchanging import export as written
    from bot.bank.filebank import FileBank
    from bot.clocks import SystemClock

    settings = config.load()
    bank, _ = FileBank.load(settings.questions)
    raw = written(bank.questions(), form, supplies.python_of(settings), at=SystemClock().now().timestamp())
    if file:
        file.write_bytes(raw)
        click.echo(f"{len(raw)} bytes written to {file}", err=True)
    elif form == "anki" and sys.stdout.isatty():
        raise click.UsageError("A deck is no text. Name a file: askling questions export anki askling.apkg")
    else:
        click.echo(raw, nl=False)


@questions.command("import")
@click.argument("form", metavar="FORMAT", type=click.Choice(_IMPORTS))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", "topic", required=True, metavar="TOPIC", help="The topic they go to, such as names/binding.")
@click.option(
    "--source", "sources", multiple=True, metavar="URL", help="Where they come from, if the file does not say."
)
@_BANK
@told
async def take_in(form: str, file: Path, topic: str, sources: tuple[str, ...], bank: Path) -> None:
    """Read FILE (csv, gift, open-trivia, red or sir-lancebot) and write its questions as drafts."""
    from bot.authoring.exchanging import take_in as read

    found = read(file, form, bank=bank, topic=topic, sources=sources)
    for sentence in found.left_out:
        click.echo(f"left out: {sentence}", err=True)
    click.echo(
        f"{len(found.files)} drafts written, {len(found.left_out)} left out. None is asked until you make it live."
    )
