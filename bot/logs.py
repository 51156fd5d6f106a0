"""Logs on standard error: readable lines on a terminal, JSON otherwise. Never a token, never a learner's code."""

import logging
import sys
from collections.abc import Collection
from typing import TextIO

import structlog

OURS = "bot"
HIDDEN = "(hidden)"


def set_up(level: str, *, secrets: Collection[str] = (), to: TextIO | None = None) -> None:
    """Send every log record through one formatter; call it once, at start.

    Events of ours are made from `info` on, so that they can be counted, and shown from `level` on. Libraries are heard
    from `warning` on only: below it they tell what they send and receive.

    Args:
        level: debug, info, warning or error.
        secrets: what no line may hold, whoever wrote it.
        to: where to; standard error when not given.
    """
    stream = to or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.setLevel(level.upper())
    handler.setFormatter(_formatter(terminal=stream.isatty(), secrets=[one for one in secrets if one]))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.WARNING, handler.level))
    logging.getLogger(OURS).setLevel(min(logging.INFO, handler.level))


def _formatter(*, terminal: bool, secrets: Collection[str]) -> logging.Formatter:
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    shown: list[structlog.typing.Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    shown += (
        # rich's tracebacks would show the values of variables: tokens, and what learners wrote
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if terminal
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    return _Discreet(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=shown), secrets)


class _Discreet(logging.Formatter):
    """Hides secrets in the finished line, also where a library's error quotes one."""

    def __init__(self, inner: logging.Formatter, secrets: Collection[str]) -> None:
        super().__init__()
        self._inner, self._secrets = inner, tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """See logging."""
        line = self._inner.format(record)
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return line
