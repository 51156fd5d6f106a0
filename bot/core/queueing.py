"""Somebody waits for the judge: their chat can show them the place they have in its queue, or why nothing is judged.

A chat that can change what it showed awaits a `then` inside `telling`. One that cannot needs to do nothing.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bot.core import words
from bot.core.languages import say, speaking, spoken
from bot.core.messages import Note, View
from bot.core.ports import Waiting
from bot.quiz.errors import JudgeBusy, JudgeClosing, JudgeTrouble

log = logging.getLogger(__name__)

Show = Callable[[View], None]
"""Shows that person a view in the place of the one before; returns at once, and may leave out all but the last."""

_shown: ContextVar[Show | None] = ContextVar("shown", default=None)


@contextmanager
def telling(show: Show | None) -> Iterator[None]:
    """While a `then` is awaited, `show` is told of its place in the queue; None tells nobody."""
    token = _shown.set(show)
    try:
        yield
    finally:
        _shown.reset(token)


def queued() -> Waiting | None:
    """What a judge is to call with a place in its queue; None when nobody looks."""
    show, locale = _shown.get(), spoken()
    if show is None:
        return None

    def waiting(place: int) -> None:  # called by whoever has left the queue, in their language
        with speaking(locale):
            show(Note(say(words.QUEUED, place=place)))

    return waiting


def unjudged(trouble: JudgeTrouble) -> str:
    """Why code is not run now, for people; what only an operator can mend is in the log."""
    log.warning("judge.away", extra={"trouble": str(trouble)})
    match trouble:
        case JudgeBusy():
            return say(words.JUDGE_FULL)
        case JudgeClosing():
            return say(words.JUDGE_CLOSING)
        case _:
            return say(words.JUDGE_SILENT)
