"""Log events become counters: what happened is said once, in the log, and counted here by its stable name."""

import logging

from bot.monitoring.metrics import Metrics

LINES_LOST = {"discord.reconnecting": "discord", "slack.line_down": "slack"}
"""What our chats say when their line was lost, and they are connecting again."""


class Counting(logging.Handler):
    """Counts our own events; hang it at the logger `bot`."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__()
        self._metrics = metrics

    def emit(self, record: logging.LogRecord) -> None:
        """See logging."""
        event, about, metrics = record.getMessage(), vars(record), self._metrics
        metrics.events.labels(event, record.levelname.lower()).inc()
        match event:
            case "answer.settled":
                metrics.answers.labels(about.get("outcome", "")).inc()
            case "question.posted":
                metrics.posts.labels("open").inc()
                metrics.late.observe(max(0.0, about.get("late", 0.0)))
            case "question.closed":
                metrics.posts.labels("close").inc()
            case "question.revealed":
                metrics.posts.labels("reveal").inc()
            case "question.missed":
                metrics.missed.inc(about.get("slots", 1))
            case "chat.away" | "chat.broken":
                metrics.reconnects.labels(about.get("chat", "")).inc()
            case _ if chat := LINES_LOST.get(event):
                metrics.reconnects.labels(chat).inc()
