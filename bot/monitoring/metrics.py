"""The numbers, each in one place, and the wrappers that take them at the ports. The core knows nothing of it."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import count

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric

from bot.core.messages import Accept, Answer, Deed, Show, Submission, Then, View
from bot.core.ports import Chat, Hear, Judge, Waiting
from bot.quiz.errors import JudgeTrouble
from bot.quiz.runs import Job, Run

disable_created_metrics()  # type: ignore[no-untyped-call]  # a moment beside every number, which nobody reads

QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds: a chat's platform gives up at 3, a snippet ends at 3."""
LATE = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 14400.0, 86400.0)


class Metrics:
    """All metrics of one bot, in a registry of their own.

    Args:
        version: of askling.
        clock: seconds that only go forward.
    """

    def __init__(self, version: str, *, clock: Callable[[], float] = time.perf_counter) -> None:
        self.registry = registry = CollectorRegistry()
        self.clock = clock
        ProcessCollector(registry=registry)
        Info("askling", "What is running.", registry=registry).info({"version": version})
        named = partial(Counter, registry=registry)
        timed = partial(Histogram, buckets=QUICK, registry=registry)
        self.events = named("askling_events", "Log events.", ["event", "level"])
        self.deeds = named("askling_deeds", "What people did.", ["chat", "deed"])
        self.answers = named("askling_answers", "Answers judged and in the ledger, by verdict.", ["outcome"])
        self.posts = named("askling_posts", "Messages posted for a round.", ["kind"])
        self.missed = named("askling_posts_missed", "Questions that were due and not asked.")
        self.reconnects = named("askling_reconnects", "Chats that were connected again.", ["chat"])
        self.troubles = named("askling_judge_troubles", "Runs that the judge could not do.", ["trouble"])
        self.acks = timed("askling_ack_seconds", "From a deed to its answer at once.", ["chat"])
        self.verdicts = timed("askling_verdict_seconds", "From an answer's acknowledgement to its verdict.", ["chat"])
        self.runs = timed("askling_judge_seconds", "Of a run, with its time in the queue.", ["outcome"])
        self.writes = timed("askling_store_write_seconds", "Until what was written was on the disk.")
        self.late = Histogram("askling_post_late_seconds", "How late a question came.", buckets=LATE, registry=registry)
        self._numbers = count()
        self._places: dict[int, int] = {}
        """By the number of a run; 0 until it is told that it waits."""
        Gauge("askling_judge_jobs", "Runs waiting or running.", registry=registry).set_function(
            lambda: len(self._places)
        )
        Gauge("askling_judge_queue", "The longest place in the judge's queue.", registry=registry).set_function(
            lambda: max(self._places.values(), default=0)
        )

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)

    def watch(self, chats: Mapping[str, Chat], heartbeat: Callable[[], float | None]) -> None:
        """Tell of the chats and the heart when asked."""
        self.registry.register(_Live(chats, heartbeat))

    def judge(self, judge: Judge) -> Judge:
        """The same judge, measured."""
        return _MeasuredJudge(self, judge)

    def hear(self, chat: str, hear: Hear) -> Hear:
        """The same ear, measured."""
        return partial(self._heard, chat, hear)

    def wrote(self, seconds: float) -> None:
        """Something was written down."""
        self.writes.observe(seconds)

    async def _heard(self, chat: str, hear: Hear, deed: Deed) -> Answer:
        self.deeds.labels(chat, type(deed).__name__).inc()
        with self.timing(self.acks.labels(chat)):
            answer = await hear(deed)
        if not isinstance(deed, Submission):
            return answer
        match answer:
            case Accept(then=then):
                return Accept(partial(self._judged, chat, then))
            case Show(view=view, then=then) if then is not None:
                return Show(view, partial(self._judged, chat, then))
            case _:
                return answer

    async def _judged(self, chat: str, then: Then) -> View:
        with self.timing(self.verdicts.labels(chat)):
            return await then()

    @contextmanager
    def timing(self, histogram: Histogram) -> Iterator[None]:
        """Observe how long it takes, also where it fails."""
        began = self.clock()
        try:
            yield
        finally:
            histogram.observe(self.clock() - began)

    @contextmanager
    def queueing(self, waiting: Waiting | None) -> Iterator[Waiting]:
        """Count a run, and remember its place in the queue."""
        key = next(self._numbers)

        def told(place: int) -> None:
            self._places[key] = place
            if waiting is not None:
                waiting(place)

        self._places[key] = 0
        try:
            yield told
        finally:
            del self._places[key]


class _MeasuredJudge:
    """Keeps the port `Judge` and takes the time."""

    def __init__(self, metrics: Metrics, judge: Judge) -> None:
        self._metrics, self._judge = metrics, judge

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
        """See the port."""
        metrics = self._metrics
        began = metrics.clock()
        with metrics.queueing(waiting) as told:
            try:
                run = await self._judge.run(job, waiting=told)
            except JudgeTrouble as trouble:
                metrics.troubles.labels(type(trouble).__name__).inc()
                raise
        metrics.runs.labels(str(run.outcome)).observe(metrics.clock() - began)
        return run


class _Live:
    """Asked only when somebody looks."""

    def __init__(self, chats: Mapping[str, Chat], heartbeat: Callable[[], float | None]) -> None:
        self._chats, self._heartbeat = chats, heartbeat

    def collect(self) -> Iterable[Metric]:
        """See prometheus_client."""
        ready = GaugeMetricFamily("askling_chat_ready", "Whether people can reach us there.", labels=["chat"])
        for name, chat in self._chats.items():
            ready.add_metric([name], float(chat.ready()))
        beat = self._heartbeat()
        heart = GaugeMetricFamily("askling_heartbeat_timestamp_seconds", "When the heart last began to beat.")
        if beat is not None:
            heart.add_metric([], beat)
        return ready, heart
