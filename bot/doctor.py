"""`askling doctor`: what works on this machine and what does not, in words with the fix."""

from importlib.metadata import version as installed
from pathlib import Path
from zoneinfo import available_timezones

from bot import app, config
from bot.bank.filebank import FileBank
from bot.judge import Finding
from bot.judge import examine as examine_judge
from bot.quiz.errors import SettingsMistake, StoreTrouble
from bot.store.sqlite import SQLiteStore


async def examine() -> list[Finding]:
    """Everything the bot needs, tried out: settings, zones, bank, database, judge layer by layer."""
    try:
        settings = config.load()
        judge = app.judge_of(settings)
    except SettingsMistake as mistake:
        return [Finding(name="settings", held=False, detail=str(mistake))]
    findings = [
        Finding(name="askling", held=True, detail=installed("askling")),
        Finding(name="settings", held=True, detail="readable"),
        _zones(),
        _bank(settings.questions),
        await _database(settings.database),
    ]
    async with judge:
        return findings + await examine_judge(judge)


def _zones() -> Finding:
    known = len(available_timezones())
    return Finding(name="time zones", held=known > 400, detail=f"{known} known; without them install tzdata")


def _bank(folder: Path | None) -> Finding:
    bank, problems = FileBank.load(folder)
    detail = f"{len(bank.questions())} questions, {len(problems)} problems; `askling check` executes every key"
    return Finding(name="question bank", held=bool(bank.questions()) and not problems, detail=detail)


async def _database(path: Path) -> Finding:
    if not path.exists():
        return Finding(name="database", held=True, detail=f"{path} is not there yet; `askling run` makes it")
    try:
        async with SQLiteStore.open(path):
            return Finding(name="database", held=True, detail=f"{path} opens")
    except StoreTrouble as trouble:
        return Finding(name="database", held=False, detail=str(trouble))
