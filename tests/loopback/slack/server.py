"""The loopback Slack: one app, any number of workspaces, on a port of its own."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, Self

import aiohttp
from aiohttp import web

import tests.loopback.slack.methods  # noqa: F401 - fills the table of methods
from bot.core.ports import Clock
from bot.testing.clocks import FakeClock
from tests.loopback.slack import payloads
from tests.loopback.slack.acks import Ack, Silence
from tests.loopback.slack.admins import Admin
from tests.loopback.slack.apps import App, Approval, Installation
from tests.loopback.slack.calls import Call
from tests.loopback.slack.changes import Changes
from tests.loopback.slack.deliveries import Deliveries
from tests.loopback.slack.faults import Faults
from tests.loopback.slack.files import Files
from tests.loopback.slack.judges import objections
from tests.loopback.slack.links import Links
from tests.loopback.slack.mint import Mint
from tests.loopback.slack.people import Person
from tests.loopback.slack.rates import Rates
from tests.loopback.slack.responses import Responses
from tests.loopback.slack.triggers import Triggers
from tests.loopback.slack.web import WebApi
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Channel, Kind, User, Workspace

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Slack:
    """`async with Slack() as slack:` and give `slack.base_url` to slack_sdk.

    Args:
        clock: the platform's time, for every period; by default a `FakeClock` that stands still.
        app: the app's configuration; `App.of(manifest)` makes one.
        seed: of the chance that picks sockets.
        remember: how many calls, deliveries, triggers and response_urls are kept.
    """

    def __init__(
        self, clock: Clock | None = None, *, app: App | None = None, seed: int = 1, remember: int = 100_000
    ) -> None:
        self.clock = clock or FakeClock(START)
        self.app = app or App()
        self.most = remember
        self.mint = Mint()
        self.changes = Changes()
        self.faults = Faults()
        self.rates = Rates()
        self.triggers = Triggers(self.clock, self.mint, most=remember)
        self.links = Links(self, seed=seed)
        self.deliveries = Deliveries(self)
        self.responses = Responses(self)
        self.files = Files(self)
        self.admin = Admin(self)
        self.codes: dict[str, Approval] = {}
        """Of installations that somebody approved and the app has not taken up yet."""
        self.scheduled: Counter[tuple[str, int]] = Counter()
        """Messages for later, by channel and five minutes."""
        self.installations: dict[str, Installation] = {}
        """By token."""
        self.calls: list[Call] = []
        """Every request of the app, oldest first."""
        self.sent: list[Json] = []
        """Everything that was delivered to the app, as `{"type", "payload", ...}`."""
        self.problems: list[str] = []
        """What the judges found wrong with what the app sent; a test ends with none."""
        self.unsupported: set[str] = set()
        """Block types this Slack does not know yet: it answers `invalid_blocks`."""
        self.address = ""
        self._tasks: set[asyncio.Task[object]] = set()
        self.installation = self.install(self.workspace("Study", "study"))
        """The first one."""
        self.home = self.installation.workspace
        """The workspace most tests need no other than."""
        self.general = self.channel("general")

    # ---- running ----------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        door = web.Application(client_max_size=64 * 1024 * 1024)
        api, responses = WebApi(self), self.responses
        door.router.add_route("*", "/api/{method}", api.answer)
        door.router.add_get("/link/", self.links.answer)
        door.router.add_post("/response/{name}", responses.answer)
        door.router.add_post("/upload/{id}", self.files.upload)
        door.router.add_get("/files/{id}/{name}", self.files.download)
        self._runner = web.AppRunner(door, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}"
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.session.close()
        await self.links.close()
        await self._runner.cleanup()

    @property
    def base_url(self) -> str:
        """For `AsyncWebClient(base_url=...)`."""
        return f"{self.address}/api/"

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Let something happen beside; it ends with the server at the latest."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # ---- what there is ----------------------------------------------------------------------------------

    def workspace(self, name: str, domain: str) -> Workspace:
        """A team without the app."""
        return Workspace(id=self.mint.id("T"), name=name, domain=domain)

    def install(self, workspace: Workspace, *, scopes: frozenset[str] | None = None) -> Installation:
        """The app in a workspace: its bot user and its token."""
        bot = User(
            id=self.mint.id("U"), name=self.app.name, real_name=self.app.name, bot=True, bot_id=self.mint.id("B")
        )
        workspace.users[bot.id] = bot
        made = Installation(
            app=self.app,
            workspace=workspace,
            token=self.mint.secret("xoxb"),
            scopes=self.app.scopes if scopes is None else scopes,
            user=bot.id,
            bot_id=bot.bot_id,
        )
        self.installations[made.token] = made
        return made

    def approve(self, installation: Installation, person: Person | None = None) -> str:
        """Somebody pressed *Allow*: the code that the browser brings to the app's redirect address, good once."""
        code = self.mint.secret("code")
        self.codes[code] = Approval(installation=installation, person=person.id if person else "")
        return code

    def channel(
        self, name: str, *, kind: Kind = Kind.PUBLIC, workspace: Workspace | None = None, bot: bool = True
    ) -> Channel:
        """A channel with everybody of the workspace in it; `bot` says whether the app was invited."""
        home = workspace or self.home
        members = {user.id for user in home.users.values() if bot or not user.bot}
        made = Channel(id=self.mint.id("C"), name=name, kind=kind, members=members)
        home.channels[made.id] = made
        return made

    def direct(self, workspace: Workspace, one: str, two: str) -> Channel:
        """The direct conversation of two, made when new."""
        known = workspace.direct(one, two)
        if known:
            return known
        made = Channel(id=self.mint.id("D"), name="directmessage", kind=Kind.DIRECT, members={one, two})
        workspace.channels[made.id] = made
        return made

    def person(
        self, name: str, *, workspace: Workspace | None = None, tz: str = "Europe/London", locale: str = "en-GB",
        admin: bool = False, owner: bool = False, guest: bool = False, stranger: bool = False,
    ) -> Person:  # fmt: skip
        """Somebody who joins every public channel of a workspace and looks at its first one."""
        home = workspace or self.home
        user = User(
            id=self.mint.id("U"), name=name.lower(), real_name=name, tz=tz, locale=locale,
            admin=admin, owner=owner, guest=guest, stranger=stranger,
        )  # fmt: skip
        home.users[user.id] = user
        for channel in home.channels.values():
            if channel.kind is Kind.PUBLIC:
                channel.members.add(user.id)
        by = next(one for one in self.installations.values() if one.workspace is home)
        return Person(self, by, user)

    async def happens(self, inner: Json, *, by: Installation | None = None) -> Json:
        """An event; returns once it is acknowledged for the first time or given up for now. Retries go on beside.

        Returns the envelope of the Events API, for `again`.
        """
        payload = payloads.event(self, by or self.installation, inner)
        first = await self.deliveries.patient("event", payload)
        if isinstance(first, Silence):
            self.start(self.deliveries.retries(payload, first))
        return payload

    def echo(self, by: Installation, channel: Channel, inner: Json) -> None:
        """An app hears its own messages too, where it listens to messages at all."""
        if f"message.{channel.kind}" in self.app.events and by.user in channel.members and not by.dead:
            self.start(self._echo(payloads.event(self, by, inner)))

    async def _echo(self, payload: Json) -> None:
        await self.deliveries.retries(payload, await self.deliveries.deliver("event", payload))

    async def again(self, payload: Json, *, attempt: int = 1, reason: str = "timeout") -> Ack | Silence:
        """Deliver an event once more, as Slack does when it missed the acknowledgement."""
        return await self.deliveries.patient("event", payload, attempt=attempt, reason=reason)

    # ---- looking ----------------------------------------------------------------------------------------

    @property
    def scopes_used(self) -> set[str]:
        """What calls really needed, over all installations."""
        return {scope for one in self.installations.values() for scope in one.used}

    def called(self, method: str) -> list[Call]:
        """The requests of one method, oldest first."""
        return [call for call in self.calls if call.method == method]

    def judge(self, call: Call) -> None:
        """Write down what is wrong with a request."""
        self.problems += objections(call)

    async def until(self, true: Any, *, what: str = "") -> Any:
        """What `true()` gives, once that is something; fails after twenty real seconds."""
        return await self.changes.until(true, what=what)


@asynccontextmanager
async def judged(slack: Slack) -> AsyncIterator[Slack]:
    """A running server that fails the test when the judges objected to anything the app sent."""
    async with slack:
        yield slack
    if slack.problems:
        raise AssertionError("\n".join(["the judges object to what the bot sent:", *slack.problems]))
