"""Which files of a bank have changed, as git tells."""

import subprocess
from pathlib import Path

from bot.bank.topics import FILE
from bot.quiz.errors import BankTrouble


def changed(bank: Path, since: str) -> frozenset[str] | None:
    """Files below the bank that differ from a revision, new ones included; None when all may be concerned.

    Raises:
        BankTrouble: git cannot say.
    """
    if since.startswith("-"):
        raise BankTrouble(f"{since} is no revision. Name a branch, a tag or a commit after --since.")
    differ = _git(bank, "diff", "--name-only", "--relative", "-z", since, "--", ".")
    new = _git(bank, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    files = frozenset(filter(None, f"{differ}{new}".split("\0")))
    return None if FILE in files else files


def _git(folder: Path, *arguments: str) -> str:
    try:
        told = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BankTrouble(f"git cannot be asked what has changed ({error}). Check without --changed.") from None
    if told.returncode:
        why = told.stderr.strip().splitlines()[:1]
        raise BankTrouble(f"git cannot say what has changed in {folder}: {' '.join(why)}. Check without --changed.")
    return told.stdout
