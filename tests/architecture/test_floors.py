"""The import contracts of pyproject.toml hold, and each of them catches what it is there for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

VIOLATIONS = {
    "floors": ("bot/quiz/scoring.py", "import bot.core.words"),
    "chats": ("bot/chats/other/__init__.py", "import bot.chats.console"),
    "pure": ("bot/core/ranking.py", "import sqlite3"),
    "still": ("bot/quiz/streaks.py", "import logging"),
    "store-door": ("bot/bank/folders.py", "import aiosqlite"),
    "bank-door": ("bot/store/rows.py", "import markdown_it"),
    "engine": ("bot/store/ledger.py", "import bot.store.sqlite.writing"),
    "exchange-doors": ("bot/store/rows.py", "import yaml"),
    "cron-door": ("bot/store/rows.py", "import cronsim"),
    "spacing-door": ("bot/store/rows.py", "import fsrs"),
    "rich-door": ("bot/judge/wire.py", "import rich"),
    "monitoring-door": ("bot/store/rows.py", "import prometheus_client"),
    "discord-door": ("bot/chats/console/chat.py", "import discord"),
    "slack-door": ("bot/chats/console/chat.py", "import slack_sdk"),
    "child": ("bot/judge/inside/limits.py", "import bot.quiz.runs"),
}


def lint(folder: Path) -> str:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    return f"exit {done.returncode}\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "bot", folder / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "bot/chats/other").mkdir()
    (folder / "bot/chats/other/__init__.py").write_text('"""A second chat."""\n')
    return folder


def test_every_contract_is_kept(copy: Path) -> None:
    assert lint(copy).startswith("exit 0"), lint(copy)


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_planted_violation_is_caught(contract: str, copy: Path) -> None:
    name, line = VIOLATIONS[contract]
    file = copy / name
    text = file.read_text("utf-8")
    file.write_text(f"{text}\n{line}\n", "utf-8")
    try:
        told = lint(copy)
    finally:
        file.write_text(text, "utf-8")
    assert told.startswith("exit 1"), told
    assert "BROKEN" in told


def test_a_module_without_a_floor_is_refused(copy: Path) -> None:
    stray = copy / "bot/stray.py"
    stray.write_text('"""It has chosen no floor."""\n')
    try:
        told = lint(copy)
    finally:
        stray.unlink()
    assert "stray" in told
    assert told.startswith("exit 1")
