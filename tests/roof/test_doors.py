"""Which chats are run, and how they are opened."""

import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from bot import doors
from bot.chats.console import ConsoleChat
from bot.config import Settings
from bot.doors import Door, names, opened
from bot.quiz.errors import SettingsMistake
from bot.testing.chats import PaperChat

CLOSED: list[str] = []


@asynccontextmanager
async def a_lasting_chat(*, token: str) -> AsyncIterator[PaperChat]:
    yield PaperChat()
    CLOSED.append(token)


def tokened(settings: Settings) -> bool:
    return settings.log_level == "debug"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door(factory=f"{__name__}:a_lasting_chat", arguments=lambda _: {"token": "t"}, wanted=tokened)
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or sys.modules[a_lasting_chat.__module__])
    monkeypatch.setattr(doors, "DOORS", {**doors.DOORS, "paper": door})


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody sits at the standard input of a service."""
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        yield


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    conversation = tmp_path / "conversation"
    conversation.write_text("help\n")
    with conversation.open(encoding="utf-8") as lines:
        monkeypatch.setattr(sys, "stdin", lines)
        yield


@pytest.mark.usefixtures("paper", "somebody")
def test_without_a_token_the_console_is_run_and_with_one_that_chat() -> None:
    assert names(Settings()) == ("console",)
    assert names(Settings(log_level="debug")) == ("paper",)


@pytest.mark.usefixtures("paper", "service")
def test_a_service_without_a_token_runs_no_chat_and_stays() -> None:
    assert names(Settings()) == ()
    assert names(Settings(log_level="debug")) == ("paper",)


@pytest.mark.usefixtures("paper", "somebody")
def test_chats_that_are_named_are_run_and_no_other() -> None:
    assert names(Settings(chats=("console", "paper", "console"))) == ("console", "paper")
    assert names(Settings(chats=("none",), log_level="debug")) == ()


@pytest.mark.usefixtures("paper")
def test_a_chat_that_there_is_not_is_told_with_the_one_meant() -> None:
    with pytest.raises(SettingsMistake, match=r"ASKLING_CHATS: papre is no chat here; did you mean paper\?"):
        names(Settings(chats=("papre", "console")))


@pytest.mark.usefixtures("paper", "somebody")
async def test_a_chat_gets_what_it_needs_of_the_settings_and_is_closed_again() -> None:
    CLOSED.clear()
    async with opened(Settings(chats=("paper", "console"))) as chats:
        assert isinstance(chats["paper"], PaperChat)
        assert isinstance(chats["console"], ConsoleChat)
        assert CLOSED == []
    assert CLOSED == ["t"]


async def test_a_chat_of_other_people_plugs_in_by_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = EntryPoint("theirs", "bot.testing.chats:PaperChat", doors.GROUP)
    monkeypatch.setattr(doors, "entry_points", lambda *, group: [theirs] if group == doors.GROUP else [])
    async with opened(Settings(chats=("theirs",))) as chats:
        assert isinstance(chats["theirs"], PaperChat)
