"""The command line: arguments in, exit code out. Everything else is behind the roof."""

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot import __version__
from bot.authoring.commands import questions
from bot.commands import as_json as _json
from bot.commands import told


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="askling")
def main() -> None:
    """A daily Python question for your chat, judged safely and scored fairly."""


main.add_command(questions)


@main.command()
@told
async def run() -> None:
    """Start the bot: in the chats that have a token, or else in this terminal."""
    from bot import app, config, doors, logs

    settings = config.load()
    logs.set_up(settings.log_level, secrets=config.secrets(settings))
    async with doors.opened(settings) as chats:
        await app.run(settings, chats)


@main.command()
@told
async def demo() -> None:
    """Play one whole day with no chat and no waiting, and print the transcript."""
    from bot.demo import play

    await play(sys.stdout)


@main.command()
@click.argument("to", metavar="[PATH]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--daily", "daily", metavar="HH:MM", type=click.DateTime(["%H:%M"]), help="Every night at (UTC); PATH is a folder."
)
@click.option("--keep", "keep", type=click.IntRange(1), default=14, show_default=True, help="Nights to keep.")
@told
async def backup(to: Path | None, daily: datetime | None, keep: int) -> None:
    """Copy the database, also while the bot runs, and prove that the copy can be restored."""
    from bot.keeping import back_up, back_up_daily

    if daily:
        await back_up_daily(to, daily.time(), keep)
    else:
        click.echo(await back_up(to))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Only prove that it can be restored; change nothing.")
@told
async def restore(file: Path, only_check: bool) -> None:
    """Put a backup in the place of the database, which is kept aside."""
    from bot.keeping import check_backup, restore_backup

    click.echo(await (check_backup(file) if only_check else restore_backup(file)))


@main.command()
@click.argument("place", required=False)
@click.option("--format", "shape", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@told
async def export(place: str | None, shape: str) -> None:
    """Print every answer of a community, with verdict and points; PLACE can be left out where there is one."""
    from bot.keeping import export_answers

    await export_answers(place, shape, sys.stdout)


@main.command()
@click.argument("person", metavar="PERSON")
@told
async def erase(person: str) -> None:
    """Erase a person (by their address, like console:ada): name, scores, streak, and all they wrote."""
    from bot.keeping import erase_person

    click.echo(await erase_person(person))


@main.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--python", "extra", multiple=True, type=click.Path(exists=True, path_type=Path), help="One more Python.")
@click.option("--changed", is_flag=True, help="Only files that git says have changed.")
@click.option("--since", default="HEAD", show_default=True, metavar="REVISION", help="What --changed compares with.")
@click.option("--watch", is_flag=True, help="Then check again whatever is saved, until Ctrl-C.")
@_json
@told
async def check(
    paths: tuple[Path, ...], extra: tuple[Path, ...], changed: bool, since: str, watch: bool, as_json: bool
) -> None:
    """Execute the key of every question on every Python present."""
    from bot.checking import Asked, report_on

    asked = Asked(paths=paths, extra=extra, since=since if changed else "", watch=watch, as_json=as_json)
    sys.exit(await report_on(asked))


@main.command()
@click.option("--raw", "raw", is_flag=True, help="Only run FILE; there is no question to it.")
@click.option("--question", "question", metavar="ID", help="Judge FILE as an answer to this question.")
@click.option("--batch", "batch", is_flag=True, help="FILE holds a snippet a line, as JSON: id, code, calls, expected.")
@click.option(
    "--serve", "serve", metavar="PATH", type=click.Path(path_type=Path), help="Judge for a bot, at this socket."
)
@click.option("--python", "python", metavar="3.N", help="The Python to judge on.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@_json
@told
async def judge(
    raw: bool,
    question: str | None,
    batch: bool,
    serve: Path | None,
    python: str | None,
    file: Path | None,
    as_json: bool,
) -> None:
    """Run a snippet behind the walls that learners' code gets."""
    from bot import judging

    if [raw, bool(question), batch, bool(serve)].count(True) != 1:
        raise click.UsageError("Say one of --raw, --question ID, --batch and --serve PATH.")
    if serve:
        await judging.serve(serve, python)
        return
    if file is None:
        raise click.UsageError("Say which FILE to judge.")
    if batch:
        await judging.judge_batch(file, python, lambda told: click.echo(_told_as(told, as_json)))
        return
    told = await (judging.judge_answer(question, file, python) if question else judging.judge_raw(file, python))
    click.echo(_told_as(told, as_json))


@main.command()
@click.option("--judge", "judge", metavar="PATH", type=click.Path(path_type=Path), help="Of a judge, at its socket.")
@click.option("--backups", "backups", metavar="FOLDER", type=click.Path(path_type=Path), help="Of nightly backups.")
@click.option("--alive", "alive", is_flag=True, help="Of the bot, whether its chats are connected or not.")
@told
async def health(judge: Path | None, backups: Path | None, alive: bool) -> None:
    """Say whether the bot running on this database is well; exit code 1 if not. It needs no port."""
    from bot import health

    beside = ""
    if judge:
        ailments, beside = await health.of_judge(judge)
    else:
        ailments = health.of_backups(backups) if backups else await health.of_bot(alive_only=alive)
    click.echo("\n".join(ailments) or f"well{beside and '; '}{beside}")
    sys.exit(1 if ailments else 0)


@main.command()
@click.option("--markdown", "markdown", is_flag=True, help="As the table of docs/operators/settings.md.")
@_json
@told
async def settings(as_json: bool, markdown: bool) -> None:
    """Print every setting as it is now; of a secret only whether there is one."""
    from bot import config

    click.echo(config.table() if markdown else _told_as(config.told(config.load()), as_json))


@main.command()
@_json
@told
async def doctor(as_json: bool) -> None:
    """Say what works on this machine and what does not, with the fix."""
    from bot.doctor import examine

    findings = await examine()
    if as_json:
        click.echo(json.dumps([asdict(one) for one in findings], ensure_ascii=False))
    else:
        for one in findings:
            click.echo(f"{'✓' if one.held else '✗'} {one.name}: {one.detail}")
    sys.exit(0 if all(one.held for one in findings) else 1)


@main.command()
@click.option("--days", type=click.IntRange(1, 400), default=60, show_default=True, help="How long.")
@click.option("--communities", type=click.IntRange(1, 200), default=20, show_default=True, help="How many.")
@click.option("--crash", is_flag=True, help="Crash at random, lose answers, oversleep leases.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of everything left to chance.")
@_json
@told
async def simulate(days: int, communities: int, crash: bool, seed: int, as_json: bool) -> None:
    """Live through weeks in seconds, and count posts due, made, doubled and missed."""
    from bot import logs
    from bot.simulating import watched

    logs.set_up("error")
    tally = await watched(days=days, communities=communities, crash=crash, seed=seed)
    click.echo(_told_as(asdict(tally), as_json))
    sys.exit(0 if tally.kept else 1)


def _told_as(told: dict[str, Any], as_json: bool) -> str:
    if as_json:
        return json.dumps(told, ensure_ascii=False)
    return "\n".join(f"{name}: {value}" for name, value in told.items() if value not in ("", [], ()))
