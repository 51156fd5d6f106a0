"""The Web API: one session, our own retries, and Slack's errors in the words of the port.

slack_sdk's own retry handlers send a message twice when an answer is lost, so none is used.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import NoReturn, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.chats.slack.render import Drawn
from bot.chats.slack.rich import Json
from bot.chats.slack.troubles import InvalidBlocks, trouble_of
from bot.core.ports import Clock
from bot.quiz.errors import Busy

log = logging.getLogger(__name__)
T = TypeVar("T")

TIMEOUT = aiohttp.ClientTimeout(total=30)
"""A slow answer is waited for: a message that lands after we gave up has to be found and taken away again."""
BASE_URL = "https://slack.com/api/"
TRIES = 3
PATIENCE = 10.0
"""A longer Retry-After is the caller's business."""
PAUSE = 0.5
READS = frozenset(
    {
        "auth.test",
        "conversations.history",
        "conversations.info",
        "conversations.members",
        "conversations.replies",
        "files.getUploadURLExternal",
        "users.info",
    }
)
"""Methods that take their arguments in the address."""
ONCE = frozenset({"chat.postMessage", "chat.postEphemeral", "files.completeUploadExternal", "views.open", "views.push"})
"""Methods that must not be repeated when nobody knows whether they were carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """What every call needs."""

    session: aiohttp.ClientSession
    clock: Clock
    base_url: str = BASE_URL


class Api:
    """The Web API with one token.

    Args:
        wire: session and clock, shared.
        token: a bot's (or, for sockets, the app's).
    """

    def __init__(self, wire: Wire, token: str) -> None:
        self.wire = wire
        self.token = token
        self.client = AsyncWebClient(
            token=token, base_url=wire.base_url, session=wire.session, retry_handlers=[], logger=_quiet()
        )
        self.scopes: frozenset[str] = frozenset()
        """What Slack last said this token may do."""
        self.plain = False
        """Slack refused the newest blocks here; until the next start it gets plainer ones."""

    async def call(self, method: str, **arguments: object) -> Json:
        """One call of the Web API, repeated where that is safe.

        Raises:
            Gone, Refused, Busy: as the port says. `Uncertain` (a Busy) when it may have been carried out.
        """
        for left in range(TRIES - 1, -1, -1):
            try:
                return await self._once(method, arguments)
            except Uncertain:
                if method in ONCE or not left:
                    raise
                await self._sleep(PAUSE * (TRIES - left))
            except Busy as busy:
                if busy.seconds > PATIENCE or not left:
                    raise
                await self._sleep(busy.seconds)
        raise AssertionError("unreachable")

    async def _once(self, method: str, arguments: Mapping[str, object]) -> Json:
        given = {name: value for name, value in arguments.items() if value is not None}
        try:
            if method in READS:
                answer = await self.client.api_call(method, http_verb="GET", params=given)
            else:
                answer = await self.client.api_call(method, json=given)
        except SlackApiError as error:
            self._failed(method, error)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            why = str(error) or type(error).__name__
            raise Uncertain("Slack did not answer {method}: {why}.", seconds=5, method=method, why=why) from error
        if scopes := answer.headers.get("x-oauth-scopes"):
            self.scopes = frozenset(one.strip() for one in scopes.split(","))
        data: Json = dict(answer.data) if isinstance(answer.data, dict) else {}
        return data

    def _failed(self, method: str, error: SlackApiError) -> NoReturn:
        response = error.response
        status = getattr(response, "status_code", 0) or getattr(response, "status", 0)
        data = getattr(response, "data", None)
        if not isinstance(data, dict) or "error" not in data:
            raise Uncertain(
                "Slack answered {method} with status {status} and no sense.", seconds=5, method=method, status=status
            ) from error
        if status == 429 or data["error"] in {"ratelimited", "rate_limited"}:
            headers = getattr(response, "headers", {})
            seconds = float(headers.get("Retry-After") or headers.get("retry-after") or 30)
            raise Busy("Slack asks me to wait with {method}.", seconds=seconds, method=method) from error
        log.debug("slack.failed", extra={"method": method, "error": data["error"]})
        raise trouble_of(method, data) from error

    async def _sleep(self, seconds: float) -> None:
        await self.wire.clock.sleep_until(self.wire.clock.now() + timedelta(seconds=seconds))

    async def draw(self, method: str, drawn: Drawn, **more: object) -> Json:
        """Send a view as a message; more plainly when Slack does not know its blocks yet.

        Raises:
            Gone, Refused, Busy: as `call`.
        """
        return await self.plainly(drawn, lambda picture: self.call(method, **picture.message(**more)))

    async def plainly(self, drawn: Drawn, put: Callable[[Drawn], Awaitable[T]]) -> T:
        """Put a view somewhere; more plainly when Slack does not know its blocks yet.

        Raises:
            Gone, Refused, Busy: as `put`.
        """
        if not self.plain:
            try:
                return await put(drawn)
            except InvalidBlocks as trouble:
                log.warning("slack.plain", extra={"trouble": str(trouble)})
                self.plain = True
        return await put(drawn.plain)

    async def respond(self, url: str, body: Json) -> None:
        """Say something through a response_url.

        Raises:
            Busy: nobody can through this one any more.
        """
        try:
            async with self.wire.session.post(url, json=body) as answer:
                if answer.status >= 400 or answer.content_type == "text/html":  # a proxy's page, with status 200
                    raise Busy("Slack refused an answer with status {status}.", seconds=1, status=answer.status)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Busy("Slack did not take an answer: {why}.", seconds=1, why=error) from error

    async def upload(self, channel: str, name: str, content: str, comment: str) -> None:
        """Put a file into a conversation.

        Raises:
            Gone, Refused, Busy: as the port says.
        """
        raw = content.encode()
        made = await self.call("files.getUploadURLExternal", filename=name, length=len(raw), alt_txt=comment)
        try:
            async with self.wire.session.post(made["upload_url"], data=raw) as answer:
                answer.raise_for_status()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Busy("Slack did not take the file {name}: {why}.", seconds=5, name=name, why=error) from error
        files = [{"id": made["file_id"], "title": name}]
        await self.call("files.completeUploadExternal", files=files, channel_id=channel, initial_comment=comment)

    async def download(self, url: str, most: int) -> bytes:
        """The beginning of somebody's file: one byte more than `most` when it is longer.

        Raises:
            Busy: it could not be fetched.
        """
        try:
            async with self.wire.session.get(url, headers={"Authorization": f"Bearer {self.token}"}) as answer:
                answer.raise_for_status()
                return await answer.content.readexactly(most + 1)
        except asyncio.IncompleteReadError as error:
            return error.partial
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Busy("The file could not be fetched from Slack: {why}.", seconds=5, why=error) from error


class Uncertain(Busy):
    """Nobody knows whether the call was carried out."""


def _quiet() -> logging.Logger:
    """slack_sdk logs arguments at debug: learners' code would be in the log."""
    quiet = logging.getLogger("askling.slack_sdk")
    quiet.setLevel(logging.WARNING)
    return quiet
