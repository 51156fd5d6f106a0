"""The Slack room under a crowd, over a loopback Slack and Socket Mode: `python -m benchmarks.slack [--json]`.

steady_*   32 people give 20 000 commands, one after the other: commands acknowledged a second, milliseconds until then
first_*    400 people press at once while the judge is saturated (two runs at a time), most of them for the first time:
           milliseconds until each press is acknowledged, those that were not within Slack's three seconds, and verdicts
           that were shown in the end. Who comes for the first time is asked of Slack (name, zone, language) by ours
burst_*    the same once more: everybody has been here
*_rss_mib  what the bot's process holds: at the start, after 2 000 commands, after 20 000, after the bursts

`ours` is the room as it runs; `library` is slack-bolt as its documentation has it, with the same answers: its own
runner, its own Socket Mode client. The bot is a process of its own, and Slack is another.
"""

import argparse
import asyncio
import json
import statistics
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.chats.slack import Config, opened
from bot.clocks import SystemClock
from bot.core.messages import Accept, Answer, Command, Deed, Note, Show
from tests.loopback.slack import Ack, Person, Silence, Slack
from tests.loopback.slack.payloads import command as payload

COMMANDS, FIRST, AT_ONCE, CROWD = 20_000, 2_000, 32, 400
JUDGE_RUNS, JUDGE_SECONDS = 2, 0.01
READY = b"ready\n"
Took = tuple[float, Ack | Silence]
"""Milliseconds, and how it was acknowledged."""


class Judge:
    """Two runs at a time, each of ten milliseconds."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(JUDGE_RUNS)

    async def judged(self) -> Note:
        """Wait for a turn, and run."""
        async with self._turns:
            await asyncio.sleep(JUDGE_SECONDS)
        return Note("judged")


def say_ready() -> None:
    """The process that measures waits for this."""
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()


async def ours(base_url: str, bot_token: str, app_token: str) -> None:
    """The room with a front desk that judges slowly."""
    judge = Judge()

    async def hear(deed: Deed) -> Answer:
        return Accept(judge.judged) if isinstance(deed, Command) and deed.name == "judge" else Show(Note("heard"))

    config = Config(bot_token=bot_token, app_token=app_token, base_url=base_url)
    async with opened(config, SystemClock()) as chat:
        listening = asyncio.create_task(chat.listen(hear))
        while not chat.ready():
            await asyncio.sleep(0.01)
        say_ready()
        await listening


async def library(base_url: str, bot_token: str, app_token: str) -> None:
    """The same as slack-bolt's documentation has it."""
    judge = Judge()
    app = AsyncApp(client=AsyncWebClient(token=bot_token, base_url=base_url))

    async def listener(ack: AsyncAck, command: dict[str, str], respond: AsyncRespond) -> None:
        if command["text"] != "judge":
            await ack("heard")
            return
        await ack()
        await respond((await judge.judged()).text)

    app.command("/quiz")(listener)
    handler = AsyncSocketModeHandler(app, app_token, web_client=AsyncWebClient(base_url=base_url))
    await handler.connect_async()  # type: ignore[no-untyped-call]
    say_ready()
    await asyncio.Event().wait()


@asynccontextmanager
async def running(slack: Slack, kind: str) -> AsyncIterator[int]:
    """A bot's process that is connected; gives its number."""
    given = ["--bot", kind, slack.base_url, slack.installation.token, slack.app.app_token]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.slack", *given, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == READY, "the bot did not connect"
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


async def types(slack: Slack, who: Person, text: str) -> Took:
    """Somebody gives a command, without looking at a screen; milliseconds, and how it was acknowledged."""
    url = who.response_url(slack.general, None)
    trigger = slack.triggers.new(who.id)
    made = payload(slack.installation, who.user, slack.general, name="/quiz", text=text, trigger=trigger, url=url)
    begun = perf_counter()
    outcome = await slack.deliveries.patient("command", made)
    return 1000 * (perf_counter() - begun), outcome


async def steady(slack: Slack, people: Sequence[Person], commands: int) -> tuple[float, list[Took]]:
    """A few people without a pause: seconds for all of it, and each command's milliseconds."""
    took: list[Took] = []

    async def on_and_on(who: Person) -> None:
        for _ in range(commands // AT_ONCE):
            one = await types(slack, who, "help")
            took.append(one)

    begun = perf_counter()
    await asyncio.gather(*(on_and_on(who) for who in people[:AT_ONCE]))
    return perf_counter() - begun, took


async def burst(slack: Slack, people: Sequence[Person]) -> dict[str, float]:
    """Everybody at once; waits for every verdict."""
    before = len(slack.general.ephemerals)
    took = await asyncio.gather(*(types(slack, who, "judge") for who in people))
    at_once = sum(isinstance(outcome, Ack) and "judged" in str(outcome.body) for _, outcome in took)

    def shown() -> int:
        seen = slack.general.ephemerals[before:]
        return at_once + sum(one.text == "judged" or "judged" in str(one.blocks) for one in seen)

    for _ in range(200):
        if shown() >= len(people):
            break
        await asyncio.sleep(0.05)
    return told(took) | {"verdicts": shown()}


def told(took: Sequence[Took]) -> dict[str, float]:
    """Percentiles of what was acknowledged, and how many were not."""
    heard = [milliseconds for milliseconds, outcome in took if isinstance(outcome, Ack)]
    return {
        "lost": len(took) - len(heard),
        "p50_ms": round(statistics.median(heard), 2),
        "p99_ms": round(statistics.quantiles(heard, n=100)[98], 2),
        "max_ms": round(max(heard), 2),
    }


def rss_mib(pid: int) -> float:
    """What a process holds in memory."""
    line = next(one for one in Path(f"/proc/{pid}/status").read_text().splitlines() if one.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


async def measure(kind: str) -> dict[str, float]:
    """One bot: a few who go on and on, then a crowd."""
    async with Slack(SystemClock()) as slack:
        people = [slack.person(f"p{at}") for at in range(CROWD)]
        async with running(slack, kind) as pid:
            found: dict[str, float] = {"start_rss_mib": rss_mib(pid)}
            await steady(slack, people, FIRST)
            found["early_rss_mib"] = rss_mib(pid)
            seconds, took = await steady(slack, people, COMMANDS - FIRST)
            found["steady_per_second"] = round(len(took) / seconds, 1)
            found |= {f"steady_{name}": value for name, value in told(took).items()}
            found["steady_rss_mib"] = rss_mib(pid)
            for which in ("first", "burst"):
                found |= {f"{which}_{name}": value for name, value in (await burst(slack, people)).items()}
            found["burst_rss_mib"] = rss_mib(pid)
    return found


async def compare() -> dict[str, Any]:
    """Both bots in one run, and their ratios."""
    found: dict[str, Any] = {kind: await measure(kind) for kind in BOTS}
    mine, theirs = found["ours"], found["library"]
    found["ratios"] = {
        "ours_over_library_per_second": round(mine["steady_per_second"] / theirs["steady_per_second"], 2),
        "library_over_ours_first_p99": round(theirs["first_p99_ms"] / mine["first_p99_ms"], 2),
        "library_over_ours_burst_p99": round(theirs["burst_p99_ms"] / mine["burst_p99_ms"], 2),
    }
    return found


BOTS = {"ours": ours, "library": library}


def main() -> None:
    """Measure, or be the bot's process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--bot", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.bot:
        kind, *rest = given.bot
        asyncio.run(BOTS[kind](*rest))
        return
    found = asyncio.run(compare())
    if given.json:
        print(json.dumps(found))
        return
    print(f"{'':<20}{'ours':>12}{'library':>12}")
    for name, value in found["ours"].items():
        print(f"{name:<20}{value:>12}{found['library'][name]:>12}")
    for name, value in found["ratios"].items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
