"""Settings: one frozen table, read once, every mistake reported at once.

Each can be given as `ASKLING_<NAME>` in the environment or in a file `.env` beside where the bot is started; a secret
also in a file of its own (`credentials`).
"""

import difflib
import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Annotated, Any

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import credentials
from bot.core.languages import language_named
from bot.quiz.errors import Mistake, SettingsMistake
from bot.quiz.pythons import version
from bot.quiz.setups import parse

PREFIX = "ASKLING_"
ENV_FILE = ".env"
NOTHING = SecretStr("")


def _schedule(text: str) -> str:
    return _readable(text, lambda words: language_named(parse(words).language))


def _folders(given: object) -> object:
    return [Path(part) for part in given.split(os.pathsep) if part] if isinstance(given, str) else given


def _ids(given: object) -> object:
    return [part.strip() for part in given.split(",") if part.strip()] if isinstance(given, str) else given


def _names(given: object) -> object:
    return _ids(given.lower()) if isinstance(given, str) else given


def address(text: str) -> tuple[str, int]:
    """Host and port of `9464`, `127.0.0.1:9464` or `[::1]:9464`; this machine alone where no host is told.

    Raises:
        ValueError: it is none.
    """
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) < 65536):
        raise ValueError(f"{text!r} is no port, and no host and port, like 127.0.0.1:9464.")
    return host.strip("[]") or "127.0.0.1", int(port)


def _address(text: str) -> str:
    if text:
        address(text)
    return text


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

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ENV_FILE, env_ignore_empty=True, frozen=True, extra="ignore"
    )

    chats: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(_names), Field(description="The chats to run, separated by `,`.")
    ] = ()
    discord_token: Annotated[SecretStr, Field(description="The Discord bot's token.")] = NOTHING
    slack_bot_token: Annotated[SecretStr, Field(description="The Slack bot's token: `xoxb-…`.")] = NOTHING
    slack_app_token: Annotated[SecretStr, Field(description="The Slack app's token: `xapp-…`.")] = NOTHING
    slack_signing_secret: Annotated[
        SecretStr, Field(description="The Slack app's signing secret: for HTTP, where there is no app token.")
    ] = NOTHING
    slack_client_id: Annotated[
        str, Field(description="The Slack app's client id: for people who install it in workspaces of their own.")
    ] = ""
    slack_client_secret: Annotated[SecretStr, Field(description="The Slack app's client secret, with its id.")] = (
        NOTHING
    )
    slack_listen: Annotated[
        str, AfterValidator(_address), Field(description="Where Slack's requests and installations are taken.")
    ] = "0.0.0.0:3000"
    slack_command: Annotated[
        str, Field(pattern=r"^/[a-z0-9_-]{1,31}$", description="The slash command on Slack, as in the app's manifest.")
    ] = "/quiz"
    slack_moderators: Annotated[
        tuple[str, ...],
        NoDecode,
        BeforeValidator(_ids),
        Field(description="Slack users who moderate without being admins, like U012AB3CD, separated by `,`."),
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
    judge_least: Annotated[
        str,
        Field(
            pattern="^(floor|landlock|namespaces)$",
            description="What has to stand around learners' code: floor, landlock or namespaces.",
        ),
    ] = "floor"
    judge_at_once: Annotated[int, Field(ge=1, le=64, description="Snippets run at the same time.")] = 2
    keep_source_days: Annotated[
        int, Field(ge=1, le=3650, description="Days the source text of answers is kept after a question closed.")
    ] = 30
    grace_seconds: Annotated[
        int, Field(ge=10, le=600, description="Seconds that running work has to end in when the bot is told to stop.")
    ] = 20
    metrics: Annotated[
        str,
        AfterValidator(_address),
        Field(description="Where /healthz, /readyz and /metrics are served: `9464`, `127.0.0.1:9464`; empty: nowhere."),
    ] = ""
    log_level: Annotated[
        str, Field(pattern="^(debug|info|warning|error)$", description="debug, info, warning or error.")
    ] = "warning"


SECRETS = tuple(name for name, one in Settings.model_fields.items() if one.annotation is SecretStr)
"""The settings that nobody may read in a log or in the environment of a process we start."""


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings, and take the secrets out of this process's environment.

    Raises:
        SettingsMistake: every setting that is unknown or unreadable, one line each.
    """
    file = _env_file()
    found = {**(dotenv_values(file) if file else {}), **(os.environ if environ is None else environ)}
    given = {name.upper(): value for name, value in found.items() if name.upper().startswith(PREFIX)}
    known = {*map(variable, Settings.model_fields), *(f"{name}{credentials.FILE}" for name in map(variable, SECRETS))}
    problems = [_unknown(name, known) for name in given if name not in known]
    secrets: dict[str, Any] = {}
    for field in SECRETS:
        try:
            secrets[field] = SecretStr(credentials.secret(variable(field), given))
        except SettingsMistake as mistake:
            problems.append(str(mistake))
    credentials.forget(map(variable, SECRETS))
    try:
        settings = Settings(_env_file=file, **secrets)
    except ValidationError as error:
        problems += [_said(one["loc"], one["msg"]) for one in error.errors()]
        raise SettingsMistake("\n".join(problems)) from None
    if problems:
        raise SettingsMistake("\n".join(problems))
    return settings


def _env_file() -> Path | None:
    """The file `.env` of the folder we were started in, if there is one.

    Raises:
        SettingsMistake: it is closed to us.
    """
    file = Path(ENV_FILE)
    try:
        if not file.is_file():
            return None
    except OSError:  # the folder is closed to us, as a judge's is: it has no settings for us
        return None
    if not os.access(file, os.R_OK, effective_ids=True):
        raise SettingsMistake(f"{file.absolute()} cannot be read by uid {os.geteuid()}. Mend its owner or its mode.")
    return file


def variable(field: str) -> str:
    """The environment variable of a setting."""
    return f"{PREFIX}{field.upper()}"


def table() -> str:
    """Every setting with its default and its meaning, as Markdown."""
    rows = [
        f"| [`{variable(name)}`](#{variable(name).lower()}) | {_default(one.default)} | {one.description} |"
        for name, one in Settings.model_fields.items()
    ]
    return "\n".join(["| setting | default | meaning |", "|---|---|---|", *rows])


def secrets(settings: Settings) -> tuple[str, ...]:
    """What no log may hold."""
    return tuple(getattr(settings, name).get_secret_value() for name in SECRETS)


def told(settings: Settings) -> dict[str, str]:
    """What is chosen, by variable; of a secret only whether there is one."""
    return {variable(name): _shown(getattr(settings, name)) for name in Settings.model_fields}


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        return "set, and not shown" if value.get_secret_value() else "not set"
    if isinstance(value, tuple):
        return os.pathsep.join(map(str, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _default(value: object) -> str:
    if isinstance(value, SecretStr) or value in ("", (), None):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _unknown(name: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(name, sorted(known), n=1)
    return f"{name} is no setting of askling" + (f"; did you mean {close[0]}?" if close else ".")


def _said(where: tuple[int | str, ...], message: str) -> str:
    return f"{variable(str(where[0]))}: {message.removeprefix('Value error, ')}"
