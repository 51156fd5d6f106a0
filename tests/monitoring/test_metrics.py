"""What is measured, and that every name that is promised is there."""

import json
import logging
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import yaml
from aiohttp import ClientSession

from bot.core.messages import Accept, Command, Note, Show, Submission
from bot.core.ports import Waiting
from bot.judge.queueing import FairQueue
from bot.monitoring import Counting, Metrics, served
from bot.monitoring.events import LINES_LOST
from bot.quiz.errors import JudgeBusy, SettingsMistake
from bot.quiz.ids import SubmissionId
from bot.quiz.runs import Job, Run
from bot.quiz.verdicts import Outcome
from bot.testing.days import PLACE, Day, person

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"\b((?:askling|process)_[a-z_]+)\b")


@pytest.fixture
def metrics() -> Metrics:
    ticks = count()
    return Metrics("1.2.3", clock=lambda: float(next(ticks)))


@pytest.fixture
def log(metrics: Metrics) -> Iterator[logging.Logger]:
    ours, counting = logging.getLogger("bot"), Counting(metrics)
    before = ours.level
    ours.setLevel(logging.INFO)
    ours.addHandler(counting)
    yield ours
    ours.removeHandler(counting)
    ours.setLevel(before)


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


async def test_a_run_is_timed_by_its_outcome_and_a_judge_in_trouble_is_counted(metrics: Metrics) -> None:
    class Judge:
        async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:  # noqa: ARG002
            if job.source == "busy":
                raise JudgeBusy("later")
            assert value(metrics, "askling_judge_jobs") == 1
            return Run(outcome=Outcome.PASSED)

    judge = metrics.judge(Judge())
    await judge.run(Job(source="1"))
    with pytest.raises(JudgeBusy):
        await judge.run(Job(source="busy"))
    assert value(metrics, "askling_judge_seconds_count", outcome="passed") == 1
    assert value(metrics, "askling_judge_troubles_total", trouble="JudgeBusy") == 1
    assert value(metrics, "askling_judge_jobs") == 0


async def test_the_longest_place_in_the_queue_is_told_to_us_and_to_the_learner(metrics: Metrics) -> None:
    queue, places = FairQueue(1, 10), list[int]()

    class Judge:
        async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:
            async with queue.turn(job.lane, "", waiting):
                return Run(outcome=Outcome.PASSED)

    async with queue.turn("other"):
        running = metrics.judge(Judge()).run(Job(source=""), waiting=places.append)
        running.send(None)
        assert (value(metrics, "askling_judge_queue"), places) == (1, [1])
        running.close()
    assert value(metrics, "askling_judge_queue") == 0


async def test_a_deed_is_timed_until_its_answer_and_an_answer_until_its_verdict(metrics: Metrics) -> None:
    async def then() -> Note:
        return Note("verdict")

    async def hear(deed: object) -> Accept | Show:
        return Accept(then) if isinstance(deed, Submission) else Show(Note("board"))

    ear = metrics.hear("paper", hear)
    accepted = await ear(Submission(id=SubmissionId("paper:1"), who=person("ada"), place=PLACE, answer="a"))
    await ear(Command(who=person("ada"), place=PLACE, name="board"))
    assert value(metrics, "askling_ack_seconds_count", chat="paper") == 2
    assert not value(metrics, "askling_verdict_seconds_count", chat="paper")
    assert isinstance(accepted, Accept)
    assert await accepted.then() == Note("verdict")
    assert value(metrics, "askling_verdict_seconds_sum", chat="paper") == 1
    assert value(metrics, "askling_deeds_total", chat="paper", deed="Submission") == 1


@pytest.mark.usefixtures("log")
async def test_a_lived_day_is_counted(metrics: Metrics) -> None:
    day = Day()
    await day.begins()
    await day.verdict("ada", "a")
    await day.verdict("ben", "b")
    await day.at(9, day=25)
    await day.at(10, day=27)
    assert value(metrics, "askling_answers_total", outcome="passed") == 1
    assert value(metrics, "askling_answers_total", outcome="wrong") == 1
    assert [value(metrics, "askling_posts_total", kind=kind) for kind in ("open", "close", "reveal")] == [3, 2, 2]
    assert value(metrics, "askling_posts_missed_total") == 1
    assert value(metrics, "askling_post_late_seconds_count") == 3
    assert value(metrics, "askling_post_late_seconds_sum") == 3600
    assert value(metrics, "askling_events_total", event="answer.settled", level="info") == 2


def test_a_line_that_was_lost_is_a_reconnect_whoever_says_so(metrics: Metrics, log: logging.Logger) -> None:
    log.warning("chat.away", extra={"chat": "discord"})
    log.warning("discord.reconnecting")
    log.warning("slack.line_down")
    assert value(metrics, "askling_reconnects_total", chat="discord") == 2
    assert value(metrics, "askling_reconnects_total", chat="slack") == 1


def test_the_events_that_are_counted_apart_are_events_of_ours() -> None:
    page = (ROOT / "docs/operators/logs.md").read_text("utf-8")
    source = (ROOT / "bot/monitoring/events.py").read_text("utf-8")
    named = set(re.findall(r'"(\w+\.\w+)"', source))
    assert set(LINES_LOST) < named
    assert [event for event in sorted(named) if f"## {event}\n" not in page] == []


async def test_the_pages_say_what_ails_the_bot_and_the_numbers(metrics: Metrics) -> None:
    day, ailments, unreachable = Day(), list[str](), list[str]()
    metrics.watch({"paper": day.chat}, lambda: 17.0)
    async with (
        served(metrics, host="127.0.0.1", port=0, alive=lambda: ailments, ready=lambda: unreachable) as (host, port),
        ClientSession(f"http://{host}:{port}") as session,
    ):

        async def page(name: str) -> tuple[int, str]:
            async with session.get(name) as response:
                return response.status, await response.text()

        assert await page("/healthz") == (200, "ok")
        unreachable.append("The chat paper is not connected.")
        assert await page("/healthz") == (200, "ok")
        assert await page("/readyz") == (503, "The chat paper is not connected.")
        ailments.append("No heart.")
        assert await page("/healthz") == (503, "No heart.")
        status, numbers = await page("/metrics")
        assert (status, 'askling_info{version="1.2.3"} 1.0' in numbers) == (200, True)
        assert "askling_heartbeat_timestamp_seconds 17.0" in numbers
        with pytest.raises(SettingsMistake, match="ASKLING_METRICS"):
            async with served(metrics, host=host, port=port, alive=tuple, ready=tuple):
                """It is taken."""


def families(metrics: Metrics) -> set[str]:
    """Names as operators write them: a counter with its ending."""
    metrics.watch({}, lambda: 1.0)
    endings = {"counter": "_total", "info": "_info"}
    return {f"{one.name}{endings.get(one.type, '')}" for one in metrics.registry.collect()}


def test_every_metric_has_its_heading(metrics: Metrics) -> None:
    page = (ROOT / "docs/operators/metrics.md").read_text("utf-8")
    headings = {line.lstrip("# ") for line in page.splitlines() if line.startswith("## ")}
    assert headings - {"process_*"} == {one for one in families(metrics) if not one.startswith("process_")}


def test_every_metric_that_dashboard_and_alerts_ask_for_is_there(metrics: Metrics) -> None:
    dashboard = json.loads((ROOT / "deploy/grafana-dashboard.json").read_text("utf-8"))
    rules = yaml.safe_load((ROOT / "deploy/alerts.yml").read_text("utf-8"))["groups"][0]["rules"]
    asked = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    named = set(NAMED.findall(" ".join([*asked, *(rule["expr"] for rule in rules)])))
    known = families(metrics)
    asked_for = {re.sub(r"_bucket$", "", one) for one in named}
    assert asked_for <= known
    assert {one for one in known if not one.startswith("process_")} - asked_for == {"askling_info"}


def test_every_alert_is_explained_on_the_page() -> None:
    page = (ROOT / "docs/operators/metrics.md").read_text("utf-8")
    rules = yaml.safe_load((ROOT / "deploy/alerts.yml").read_text("utf-8"))["groups"][0]["rules"]
    assert [rule["alert"] for rule in rules if f"**{rule['alert']}**" not in page] == ["AsklingDown"]
