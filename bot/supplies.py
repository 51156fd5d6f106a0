"""What the settings choose before there is a world: the judge, its Pythons, and the bank."""

import logging
import sys
from dataclasses import replace

from bot.bank.filebank import FileBank
from bot.bank.packs import Admitted, admit
from bot.bank.problems import Problem
from bot.config import Settings
from bot.core.ports import Judge
from bot.judge import (
    DemandingJudge,
    Level,
    SocketJudge,
    SubprocessJudge,
    base_interpreter,
    interpreters,
    level_of,
)
from bot.quiz.errors import JudgeTrouble, NoFloor, SettingsMistake
from bot.quiz.pythons import Version, version

log = logging.getLogger(__name__)


def python_of(settings: Settings) -> Version:
    """The Python that answers are judged on."""
    return version(settings.python) if settings.python else (sys.version_info[0], sys.version_info[1])


def judge_of(settings: Settings) -> SubprocessJudge | SocketJudge:
    """The judge the operator chose: on this machine, or behind a socket.

    Raises:
        SettingsMistake: the Python to judge on is not on this machine.
    """
    return SocketJudge(settings.judge_socket) if settings.judge_socket else local_judge_of(settings)


def local_judge_of(settings: Settings) -> SubprocessJudge:
    """The judge on this machine; other interpreters than ours are looked for only when one was asked for.

    Raises:
        SettingsMistake: the Python to judge on is not on this machine.
    """
    wanted = python_of(settings)
    others = settings.judge_pythons
    pythons = interpreters() if settings.python or others else {wanted: base_interpreter()}
    if wanted not in pythons:
        present = ", ".join(f"{major}.{minor}" for major, minor in pythons)
        raise SettingsMistake(f"Python {settings.python} is not on this machine; present: {present}.")
    if not others:
        pythons = {wanted: pythons[wanted]}
    return SubprocessJudge(pythons=pythons, default=wanted, at_once=settings.judge_at_once)


async def versions_of(settings: Settings, judge: SubprocessJudge | SocketJudge) -> tuple[Version, ...]:
    """The Pythons to judge on: the community's own, then others for questions that are not about it, newest first."""
    wanted = python_of(settings)
    try:
        present = await judge.versions()
    except JudgeTrouble:  # it is said once, where the judge is warmed up
        present = ()
    return (wanted, *sorted((one for one in present if one != wanted), reverse=True))


def least_of(settings: Settings) -> Level:
    """What has to stand around learners' code."""
    return Level[settings.judge_least.upper()]


def demanding(settings: Settings, judge: SubprocessJudge | SocketJudge) -> Judge:
    """The judge that people's answers go to: it runs none below the level that was asked for."""
    least = least_of(settings)
    return judge if least is Level.FLOOR else DemandingJudge(judge, least)


async def shortfall(settings: Settings, judge: SubprocessJudge | SocketJudge) -> str:
    """Why nobody's code may be run here; empty where it may, and while the judge is away (that need not last)."""
    try:
        await judge.versions()
        reached = level_of(await judge.layers())
    except NoFloor as trouble:
        return str(trouble)
    except JudgeTrouble:
        return ""
    least = least_of(settings)
    if reached >= least:
        return ""
    return f"the sandbox level is {reached.word}, and ASKLING_JUDGE_LEAST asks for {least.word}"


async def bank_of(settings: Settings, judge: SubprocessJudge | SocketJudge) -> tuple[FileBank, tuple[Problem, ...]]:
    """The bank with its packs, and the problems of all that was left out.

    Where code may not be run, the questions that need it are known and never asked.
    """
    bank, problems = FileBank.load(settings.questions)
    why = await shortfall(settings, judge)
    if settings.packs and not why:
        packs = await _packs(settings, judge)
        bank, problems = FileBank([*bank.questions(), *packs.questions]), (*problems, *packs.problems)
    if why:
        kept_back = [one.id for one in bank.questions() if one.executed and one.live]
        log.warning("judge.code_refused", extra={"why": why, "questions": len(kept_back)})
        bank = FileBank(replace(one, live=one.live and not one.executed) for one in bank.questions())
    return bank, problems


async def _packs(settings: Settings, judge: Judge) -> Admitted:
    """What of the packs may be asked; nothing of them while there is no judge that could execute their keys."""
    try:
        packs = await admit(settings.packs, judge, python_of(settings))
    except JudgeTrouble as trouble:
        log.warning("pack.problem", extra={"problem": f"No pack is asked until the next start: {trouble}"})
        return Admitted()
    for problem in packs.problems:
        log.warning("pack.problem", extra={"problem": str(problem)})
    return packs
