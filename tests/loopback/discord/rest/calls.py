"""One request of the bot, and the table of who answers it."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.loopback.discord.entities import Channel
from tests.loopback.discord.errors import Json, Refusal, form
from tests.loopback.discord.permissions import allows

if TYPE_CHECKING:
    from tests.loopback.discord.server import DiscordServer
    from tests.loopback.discord.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    filename: str
    data: bytes
    content_type: str


@dataclass(slots=True, kw_only=True)
class Call:
    """A request that found its endpoint. `params` are the template's, `body` is JSON or None."""

    server: "DiscordServer"
    method: str
    template: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any = None
    uploads: dict[int, Upload] = field(default_factory=dict)
    strays: tuple[str, ...] = ()
    """Multipart fields that Discord does not know."""

    @property
    def world(self) -> "World":
        return self.server.world

    def id(self, name: str) -> int:
        """A snowflake of the path; Refusal (50035) when it is none."""
        text = self.params[name]
        if not text.isdigit():
            raise form({name: ("NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')})
        return int(text)

    def form(self) -> Json:
        """The body as an object; Refusal (50109) when it is no object."""
        if not isinstance(self.body, dict):
            raise Refusal(50109)
        return self.body

    def channel(self, *needs: str) -> Channel:
        """The channel of the path, if the bot sees it and has what is needed."""
        channel = self.world.channel(self.id("channel_id"))
        self.require(channel, *needs)
        return channel

    def require(self, channel: Channel, *needs: str) -> None:
        """Refusal 50001 when the bot does not see a channel, 50013 when a permission is missing."""
        held = self.world.can(self.world.bot, channel)
        if not allows(held, "view_channel"):
            raise Refusal(50001)
        if not all(allows(held, name) for name in needs):
            raise Refusal(50013)


Result = tuple[int, Any]
"""Status and JSON body; None is no body."""
Endpoint = Callable[[Call], Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    template: str
    pattern: re.Pattern[str]
    endpoint: Endpoint


class Table:
    """Which endpoint answers a method and a path; literal segments win over `{params}`."""

    def __init__(self) -> None:
        self.routes: list[Route] = []

    def add(self, method: str, template: str) -> Callable[[Endpoint], Endpoint]:
        """Decorate an endpoint with the method and OpenAPI path it answers."""
        pattern = re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template)) + r"/?")

        def register(endpoint: Endpoint) -> Endpoint:
            self.routes.append(Route(method, template, pattern, endpoint))
            self.routes.sort(key=lambda one: one.template.count("{"))
            return endpoint

        return register

    def find(self, method: str, path: str) -> tuple[Route, Mapping[str, str]] | None:
        for route in self.routes:
            if route.method == method and (found := route.pattern.fullmatch(path)):
                return route, found.groupdict()
        return None


TABLE = Table()
