"""Letters, numbers, moments, programs and sessions, written the same in every chat."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import deskwords, labels
from bot.core.cards import QuestionCard, RevealCard
from bot.core.languages import say
from bot.core.outlooks import QueueRow
from bot.core.typed import LEVEL, MOMENT, WEEKDAYS
from bot.quiz.cleaning import NAMELESS, clean_name
from bot.quiz.questions import Kind, Question
from bot.quiz.sentences import Sentence
from bot.quiz.verdicts import Outcome, Verdict

HIDDEN_SHOWN = 3
"""So many of the hidden cases that failed are told by their category."""
CHANGES_SHOWN = 20
"""So many people are named whom a correction changes."""
TIME_TOLD_FROM = 0.5
"""Seconds of processor time; what takes less is no news."""


def called(name: str) -> str:
    """A person's name on one short line; who has none is somebody."""
    shown = clean_name(name)
    return say(deskwords.SOMEBODY) if shown == NAMELESS else shown


def letter(at: int) -> str:
    """0 is A."""
    return chr(ord("A") + at)


def signed(number: int) -> str:
    """`+20`, `−8` with a real minus, `0`."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"


def at(moment: datetime, zone: str) -> str:
    """A moment in a zone: `Tue 2026-11-24 09:00`."""
    there = moment.astimezone(ZoneInfo(zone))
    return f"{say(WEEKDAYS[there.weekday()])} {there:%Y-%m-%d %H:%M}"


def at_in(moment: datetime, zone: str) -> Sentence:
    """A moment within a sentence that names no zone: `Tue 2026-11-24 09:00 (Europe/Berlin)`."""
    there = moment.astimezone(ZoneInfo(zone))
    weekday = Sentence(WEEKDAYS[there.weekday()])
    return Sentence(MOMENT, weekday=weekday, date=there.date(), time=f"{there:%H:%M}", zone=zone)


def took(found: Verdict) -> list[str]:
    """How long it took, where that is news: near to what is allowed, and not said already."""
    told = found.cpu_seconds >= TIME_TOLD_FROM and found.outcome is not Outcome.TOO_SLOW
    return [say(labels.TOOK, seconds=f"{found.seconds:.1f}")] * told


def tries_left(number: int) -> str:
    """`1 try left`, `4 tries left`."""
    return say(labels.ONE_TRY_LEFT) if number == 1 else say(labels.TRIES_LEFT, tries=number)


def outline(one: QueueRow | Question) -> str:
    """Topic, kind and level of a question to come."""
    return f"{one.topic} · {say(labels.KINDS[one.kind])} · {say(LEVEL, level=one.level)}"


def pinned(one: QueueRow) -> str:
    """Behind a question that somebody set for its day; nothing behind another."""
    return f" · {say(labels.PINNED)}" if one.pinned else ""


def facts(card: QuestionCard) -> str:
    """Topic, level, worth and Python in one line; a study night's question is worth a point, whatever its level."""
    told = labels.FACTS_HOSTED if card.hosted else labels.FACTS
    return say(told, topic=card.topic, level=card.level, worth=card.worth, python=card.python)


def offered(card: QuestionCard) -> str:
    """Hints and tries; at a study night there is neither."""
    if card.hosted:
        return say(labels.FIRST_COUNTS)
    hints = say(labels.ONE_HINT) if card.hints == 1 else say(labels.NUMBER_OF_HINTS, hints=card.hints)
    tries = say(labels.NUMBER_OF_TRIES, tries=card.tries)
    return f"{hints} · {tries}" if card.hints else tries


def solved(card: RevealCard) -> str:
    """How many of those who answered it were right."""
    if not card.took_part:
        return say(labels.SOLVED_BY_NOBODY)
    return say(labels.SOLVED_BY, solved=card.solved, of=card.took_part)


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
