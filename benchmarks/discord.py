"""The Discord room under a crowd, over a loopback Discord: `python -m benchmarks.discord [--json]`.

burst_*      400 people press at once, each request takes 80 ms of simulated network, the judge is saturated (two runs
             at a time): milliseconds until each press is acknowledged, presses that were lost (three seconds passed),
             and verdicts that were shown in the end
steady_*     32 people press again and again without any network: presses acknowledged a second
*_rss_mib    what the bot's process holds afterwards

`ours` is the room as it runs; `library` is the same room on the library's own connector, which has no bound. The bot is
a process of its own, and Discord is another.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import aiohttp

from bot.chats.discord import DiscordChat
from bot.chats.discord.connection import connector
from bot.clocks import SystemClock
from bot.core.messages import Accept, Answer, Command, Deed, Note, Show
from tests.loopback.discord import DiscordServer, tls
from tests.loopback.discord.entities import Channel, User
from tests.loopback.discord.interactions import Did, Interaction

PRESSES, LATENCY, STEADY, AT_ONCE = 400, 0.08, 3000, 32
JUDGE_RUNS, JUDGE_SECONDS = 2, 0.01
LIMITS = {"ours": None, "library": 0}
READY = b"ready\n"


async def bot(port: int, token: str, authority: Path, limit: int | None) -> None:
    """The bot's process: the room with a front desk that judges slowly."""
    turns = asyncio.Semaphore(JUDGE_RUNS)

    async def judged() -> Note:
        async with turns:
            await asyncio.sleep(JUDGE_SECONDS)
        return Note("judged")

    async def hear(deed: Deed) -> Answer:
        return Accept(judged) if isinstance(deed, Command) and deed.name == "answer" else Show(Note("heard"))

    trust = tls.trusting()
    trust.load_verify_locations(authority)

    def connect() -> aiohttp.BaseConnector:
        return connector(resolver=tls.Resolver(port), ssl=trust, **({} if limit is None else {"limit": limit}))

    chat = DiscordChat(token, connect=connect)
    listening = asyncio.create_task(chat.listen(hear))
    while not chat.ready():
        await asyncio.sleep(0.01)
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    await listening


@asynccontextmanager
async def running(server: DiscordServer, limit: int | None) -> AsyncIterator[int]:
    """A bot's process that is connected; gives its number."""
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(tls.authority())
        file.flush()
        given = ["--bot", str(server.port), server.token, file.name, str(-1 if limit is None else limit)]
        command = [sys.executable, "-m", "benchmarks.discord", *given]
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        assert process.stdout is not None
        assert await process.stdout.readline() == READY, "the bot did not connect"
        try:
            yield process.pid
        finally:
            process.terminate()
            await process.wait()


def press(server: DiscordServer, who: User, where: Channel, name: str) -> Interaction:
    """Somebody uses a command, without looking at a screen."""
    data = {"id": "1", "name": "quiz", "type": 1, "options": [{"name": name, "type": 1, "options": []}]}
    return server.interactions.begin(Did.COMMAND, who, where, data)


async def burst(server: DiscordServer, people: Sequence[User], where: Channel) -> dict[str, float]:
    """Everybody at once; waits for every verdict."""
    server.latency = LATENCY
    begun = perf_counter()
    waiting = {id_: press(server, one, where, "answer") for id_, one in enumerate(people)}
    everything = list(waiting.values())
    took: list[float] = []
    while waiting:
        await asyncio.sleep(0.001)
        server.interactions.expire()
        for id_, one in list(waiting.items()):
            if one.replied or one.failed:
                took += [1000 * (perf_counter() - begun)] * (not one.failed)
                del waiting[id_]
    acknowledged = perf_counter() - begun
    while any(one.thinking() for one in everything):
        await asyncio.sleep(0.01)
    server.latency = 0.0
    return {
        "lost": sum(one.failed for one in everything),
        "verdicts": sum(bool(one.response and not one.thinking()) for one in everything),
        "per_second": round(len(took) / acknowledged, 1),
        "p50_ms": round(statistics.median(took), 1),
        "p99_ms": round(statistics.quantiles(took, n=100)[98], 1),
        "max_ms": round(max(took), 1),
    }


async def steady(server: DiscordServer, people: Sequence[User], where: Channel) -> dict[str, float]:
    """A few people without a pause."""
    took: list[float] = []

    async def presses(who: User) -> None:
        for _ in range(STEADY // AT_ONCE):
            begun, one = perf_counter(), press(server, who, where, "help")
            await server.world.until(lambda one=one: one.replied or one.failed)  # type: ignore[misc]
            took.append(1000 * (perf_counter() - begun))

    begun = perf_counter()
    await asyncio.gather(*(presses(one) for one in people[:AT_ONCE]))
    seconds = perf_counter() - begun
    return {
        "per_second": round(len(took) / seconds, 1),
        "p50_ms": round(statistics.median(took), 1),
        "p99_ms": round(statistics.quantiles(took, n=100)[98], 1),
    }


def rss_mib(pid: int) -> float:
    """What a process holds in memory."""
    line = next(one for one in Path(f"/proc/{pid}/status").read_text().splitlines() if one.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


async def measure(limit: int | None) -> dict[str, float]:
    """One connector: a crowd, and then a few who go on."""
    async with DiscordServer(SystemClock()) as server:
        where = server.channel("daily")
        people = [server.person(f"p{at}").user for at in range(PRESSES)]
        async with running(server, limit) as pid:
            found = {"start_rss_mib": rss_mib(pid)}
            found |= {f"burst_{name}": value for name, value in (await burst(server, people, where)).items()}
            found["burst_rss_mib"] = rss_mib(pid)
            found |= {f"steady_{name}": value for name, value in (await steady(server, people, where)).items()}
            found["steady_rss_mib"] = rss_mib(pid)
    return found


async def compare() -> dict[str, Any]:
    """Both connectors in one run, and their ratios."""
    found: dict[str, Any] = {name: await measure(limit) for name, limit in LIMITS.items()}
    ours, library = found["ours"], found["library"]
    found["ratios"] = {
        "library_over_ours_p99": round(library["burst_p99_ms"] / ours["burst_p99_ms"], 2),
        "library_over_ours_rss": round(library["burst_rss_mib"] / ours["burst_rss_mib"], 2),
    }
    return found


def main() -> None:
    """Measure, or be the bot's process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--bot", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.bot:
        port, token, authority, limit = given.bot
        asyncio.run(bot(int(port), token, Path(authority), None if int(limit) < 0 else int(limit)))
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
