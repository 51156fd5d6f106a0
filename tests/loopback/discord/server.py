"""The loopback Discord: one server with Discord's names, a world in it, and people."""

import asyncio
import re
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.loopback.discord import tls
from tests.loopback.discord.entities import Channel, Message, Role
from tests.loopback.discord.errors import Json
from tests.loopback.discord.faults import Faults
from tests.loopback.discord.gateway.doors import Gateway
from tests.loopback.discord.guilds import Guild
from tests.loopback.discord.interactions import Interaction, Interactions
from tests.loopback.discord.limits import Buckets
from tests.loopback.discord.people import Person
from tests.loopback.discord.rest import doorway
from tests.loopback.discord.rest.doorway import Exchange
from tests.loopback.discord.spec import document, judging
from tests.loopback.discord.telling import MEMBERS, MESSAGE_CONTENT, PRESENCES
from tests.loopback.discord.timeline import Ticking, Timeline
from tests.loopback.discord.world import World

_FLAGS = {PRESENCES: 1 << 13, MEMBERS: 1 << 15, MESSAGE_CONTENT: 1 << 19}
"""The application flag of each privileged intent, for bots in fewer than 100 guilds."""


class DiscordServer:
    """Speaks Discord's wire on 127.0.0.1. Use it with `async with`.

    Args:
        clock: where its time comes from; by default time stands still until `advance`.
        heartbeat: seconds between heartbeats it asks for.
        latency: seconds of simulated network before each REST request is looked at.
    """

    def __init__(self, clock: Ticking | None = None, *, heartbeat: float = 41.25, latency: float = 0.0) -> None:
        self.timeline = Timeline(clock)
        self.world = World(self.timeline)
        self.token = f"loopback.{self.world.bot.id}.secret"
        self.latency = latency
        self.privileged = 0
        """Privileged intents switched on in the developer portal."""
        self.faults = Faults()
        self.limits = Buckets(self.timeline)
        self.interactions = Interactions(self.world)
        self.gateway = Gateway(self, heartbeat=heartbeat)
        self.commands: dict[int, list[Json]] = {}
        """Registered commands by guild id; 0 holds those of everywhere."""
        self.nonces: dict[tuple[int, str], Message] = {}
        self.journal: list[Exchange] = []
        self.unknown: list[str] = []
        """Requests that no endpoint answers."""
        self.excused: list[str] = []
        """Patterns of problems that a test made on purpose."""
        self.stopping = asyncio.Event()
        self.people: dict[int, Person] = {}
        self.guild = self.world.add_guild("Study Hall")
        self.port = 0
        self._runner: web.ServerRunner | None = None

    async def start(self) -> Self:
        """Listen on a free port."""
        self._runner = web.ServerRunner(web.Server(self._handle, access_log=None), shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, ssl_context=tls.serving())
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def stop(self) -> None:
        """Cut everything; the world stays as it is, and `start` listens again on the same port."""
        self.stopping.set()
        self.gateway.drop()
        if self._runner:
            await self._runner.cleanup()
        self.stopping = asyncio.Event()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def connector(self, **options: Any) -> aiohttp.TCPConnector:
        """A new connector for `discord.Client(connector=…)`: this server is all it can reach."""
        return aiohttp.TCPConnector(resolver=tls.Resolver(self.port), ssl=tls.trusting(), **options)

    def advance(self, seconds: float) -> None:
        """Let time pass at Discord; people with an unanswered interaction learn that it failed."""
        self.timeline.advance(seconds)
        self.interactions.expire()

    def application_flags(self) -> int:
        return sum(flag for intent, flag in _FLAGS.items() if self.privileged & intent)

    def channel(self, name: str) -> Channel:
        """A channel of the first guild by name, made as a text channel when new."""
        found = next((one for one in self.guild.channels.values() if one.name == name), None)
        return found or self.guild.add_channel(name)

    def person(
        self,
        name: str,
        *permissions: str,
        locale: str = "en-US",
        guild: Guild | None = None,
        roles: tuple[Role, ...] = (),
    ) -> Person:
        """Somebody new in the guild, at a screen; with `permissions`, also a role of their own that has them."""
        home = guild or self.guild
        user = self.world.add_user(name, locale=locale)
        own = (home.add_role(f"{name}'s role", *permissions),) if permissions else ()
        home.add_member(user, roles=(*roles, *own))
        person = Person(self, user, home)
        self.people[user.id] = person
        return person

    def opened(self, interaction: Interaction) -> None:
        """A modal was sent to somebody."""
        self.people[interaction.person.id].modal_came(interaction)

    def requests(self, method: str, ending: str) -> list[Exchange]:
        """What the bot asked so far: requests by method and how their path template ends."""
        return [one for one in self.journal if one.method == method and one.template.endswith(ending)]

    def problems(self) -> list[str]:
        """What is wrong in the journal: by Discord's document when it is present, and by our own rules."""
        file = document.path()
        told = judging.problems(self.journal, self.unknown, document.document(file) if file else None)
        return [one for one in told if not any(re.search(pattern, one) for pattern in self.excused)]

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        host = (request.host or "").split(":")[0]
        if host == "gateway.discord.gg":
            return await self.gateway.handle(request)
        if host in ("cdn.discordapp.com", "media.discordapp.net"):
            return self._download(request)
        if self.latency:
            await self._lag()
        return await doorway.handle(self, request)

    async def _lag(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self.latency):
                await self.stopping.wait()

    def _download(self, request: web.BaseRequest) -> web.Response:
        """A file of the CDN: `/attachments/{channel}/{id}/{filename}`."""
        parts = request.path.strip("/").split("/")
        file = self.world.attachments.get(int(parts[2])) if len(parts) == 4 and parts[2].isdigit() else None
        if file is None or file.filename != parts[3]:
            return web.Response(status=404)
        return web.Response(body=file.data, headers={"Content-Type": file.content_type})
