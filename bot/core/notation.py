"""Letters, numbers, moments, programs and sessions, written the same in every chat."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.cards import QuestionCard
from bot.quiz.questions import Kind


def letter(at: int) -> str:
    """0 is A."""
    return chr(ord("A") + at)


def signed(number: int) -> str:
    """`+20`, `−8` with a real minus, `0`."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"


def at(moment: datetime, zone: str) -> str:
    """`Tue 2026-11-24 09:00`."""
    return f"{moment.astimezone(ZoneInfo(zone)):%a %Y-%m-%d %H:%M}"


def program(card: QuestionCard) -> str:
    """The program; with line numbers where a line is asked for."""
    if card.kind is not Kind.ERROR:
        return card.program
    return "\n".join(f"{at:>2}  {line}".rstrip() for at, line in enumerate(card.program.splitlines(), 1))


def session(card: QuestionCard) -> str:
    """The visible cases as one session at Python's prompt."""
    return "\n".join(f"{_at_prompt(one.call)}\n{one.expected}" for one in card.examples)


def _at_prompt(call: str) -> str:
    return "\n".join(
        f"{'... ' if line.startswith((' ', ')', ']', '}')) else '>>> '}{line}" for line in call.splitlines()
    )
