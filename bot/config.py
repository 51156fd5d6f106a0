"""Settings: one frozen table, read once, every mistake reported at once.

Each can be given as `ASKLING_<NAME>` in the environment or in a file `.env` beside where the bot is started.
"""

import difflib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.quiz.errors import Mistake, SettingsMistake
from bot.quiz.pythons import version
from bot.quiz.setups import parse

PREFIX = "ASKLING_"
ENV_FILE = ".env"


def _schedule(text: str) -> str:
    return _readable(text, parse)


def _folders(given: object) -> object:
    return [Path(part) for part in given.split(os.pathsep) if part] if isinstance(given, str) else given


def _names(given: object) -> object:
    return [part.strip().lower() for part in given.split(",") if part.strip()] if isinstance(given, str) else given


def _version(text: str) -> str:
    return _readable(text, version) if text else text


def _readable(text: str, read: Callable[[str], object]) -> str:
    try:
        read(text)
    except Mistake as mistake:
        raise ValueError(str(mistake)) from None
    return text


class Settings(BaseSettings):
    """What an operator can choose."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, frozen=True, extra="ignore")

    chats: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(_names), Field(description="The chats to run, separated by `,`.")
    ] = ()
    database: Annotated[Path, Field(description="The SQLite file; made when it is not there.")] = Path("askling.sqlite")
    questions: Annotated[Path | None, Field(description="A folder of questions instead of the built-in ones.")] = None
    packs: Annotated[
        tuple[Path, ...], NoDecode, BeforeValidator(_folders), Field(description="Community packs, separated by `:`.")
    ] = ()
    schedule: Annotated[
        str, AfterValidator(_schedule), Field(description="When questions open: days, local time, time zone.")
    ] = "daily 00:00 UTC"
    open_hours: Annotated[int, Field(ge=1, le=168, description="Hours a question stays open.")] = 24
    catch_up_hours: Annotated[
        int, Field(ge=0, le=24, description="A question missed by more than this (the bot was down) is skipped.")
    ] = 24
    python: Annotated[
        str, AfterValidator(_version), Field(description="The Python answers are judged on, like 3.12; empty: ours.")
    ] = ""
    judge_pythons: Annotated[
        bool, Field(description="Judge on every Python found, for questions that are about another than yours.")
    ] = False
    judge_socket: Annotated[
        Path | None, Field(description="The socket of a judge in another process (`askling judge --serve`).")
    ] = None
    judge_at_once: Annotated[int, Field(ge=1, le=64, description="Snippets run at the same time.")] = 2
    keep_source_days: Annotated[
        int, Field(ge=1, le=3650, description="Days the source text of answers is kept after a question closed.")
    ] = 30
    grace_seconds: Annotated[
        int, Field(ge=10, le=600, description="Seconds that running work has to end in when the bot is told to stop.")
    ] = 20
    log_level: Annotated[
        str, Field(pattern="^(debug|info|warning|error)$", description="debug, info, warning or error.")
    ] = "warning"


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings.

    Raises:
        SettingsMistake: every setting that is unknown or unreadable, one line each.
    """
    given = {**dotenv_values(ENV_FILE), **(os.environ if environ is None else environ)}
    ours = {name: value for name, value in given.items() if name.upper().startswith(PREFIX)}
    problems = [_unknown(name) for name in ours if _field(name) not in Settings.model_fields]
    try:
        settings = Settings()
    except ValidationError as error:
        problems += [_said(one["loc"], one["msg"]) for one in error.errors()]
        raise SettingsMistake("\n".join(problems)) from None
    if problems:
        raise SettingsMistake("\n".join(problems))
    return settings


def _field(name: str) -> str:
    return name[len(PREFIX) :].lower()


def _unknown(name: str) -> str:
    known = [f"{PREFIX}{field.upper()}" for field in Settings.model_fields]
    close = difflib.get_close_matches(name.upper(), known, n=1)
    return f"{name} is no setting of askling" + (f"; did you mean {close[0]}?" if close else ".")


def _said(where: tuple[int | str, ...], message: str) -> str:
    return f"{PREFIX}{str(where[0]).upper()}: {message.removeprefix('Value error, ')}"
