"""`askling doctor`: what works on this machine and what does not, in words with the fix.

It may run beside the bot: it writes nothing, takes no lock, and asks a running judge for a few harmless snippets.
"""

from importlib.metadata import version as installed

from bot import config, supplies
from bot.config import Settings
from bot.doctor import places, storage
from bot.doctor.machine import clock, settings_read, zones
from bot.judge import Finding, SocketJudge, SubprocessJudge, level_of, scratch_of
from bot.judge import examine as examine_judge
from bot.quiz.errors import JudgeTrouble, SettingsMistake

NO_SCRATCH = "none: learners' programs that write files fail here; docs/operators/judge.md says how to give them one"


async def examine() -> list[Finding]:
    """Everything the bot needs, tried out."""
    try:
        settings = config.load()
        judge = supplies.judge_of(settings)
    except SettingsMistake as mistake:
        return [Finding(name="settings", held=False, detail=line) for line in str(mistake).splitlines()]
    async with judge:
        return [
            Finding(name="askling", held=True, detail=installed("askling")),
            *settings_read(settings),
            zones(),
            clock(storage.last_pulse(settings.database)),
            *storage.examine(settings.database),
            *await _bank(settings, judge),
            *await _judge(settings, judge),
            *await places.examine(settings),
        ]


async def _bank(settings: Settings, judge: SubprocessJudge | SocketJudge) -> list[Finding]:
    bank, problems = await supplies.bank_of(settings, judge)
    live = sum(one.live for one in bank.questions())
    detail = f"{live} questions can be asked, {len(problems)} problems; `askling check` executes every key"
    found = [Finding(name="question bank", held=live > 0 and not problems, detail=detail)]
    return found + [Finding(name="question bank", held=False, detail=str(one)) for one in problems[:3]]


async def _judge(settings: Settings, judge: SubprocessJudge | SocketJudge) -> list[Finding]:
    """The level, the layers one by one, and attempts that must fail."""
    found = await examine_judge(judge)
    try:
        layers, versions = await judge.layers(), await judge.versions()
    except JudgeTrouble:
        return found
    reached, least = level_of(layers), supplies.least_of(settings)
    wanted = supplies.python_of(settings)
    said = ", ".join(f"{major}.{minor}" for major, minor in versions)
    detail = f"{reached.word}; asked for: {least.word}"
    if reached < least:
        detail += ". Code is not run: mend what is missing below, or lower ASKLING_JUDGE_LEAST"
    if wanted not in versions:
        said += f"; the bot wants {wanted[0]}.{wanted[1]}: give bot and judge the same ASKLING_PYTHON"
    return [
        Finding(name="sandbox level", held=reached >= least, detail=detail),
        Finding(name="scratch folder", held=True, detail=scratch_of(layers) or NO_SCRATCH),
        Finding(name="judge's Pythons", held=wanted in versions, detail=said),
        *found,
    ]
