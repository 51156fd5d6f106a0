"""Bringing to the app what people did, over Socket Mode or HTTP, and waiting for its acknowledgement."""

import asyncio
import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import aiohttp

from tests.loopback.slack.acks import Ack, Silence
from tests.loopback.slack.changes import PATIENCE
from tests.loopback.slack.memory import note
from tests.loopback.slack.wire import ACK, RETRIES, Json

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack


@dataclass(frozen=True, slots=True)
class Signed:
    """A delivery as it is posted."""

    body: bytes
    headers: dict[str, str]


def signed(kind: str, payload: Json, *, secret: str, stamp: str) -> Signed:
    """Form or JSON as its kind demands, with the v0 signature."""
    if kind == "event":
        body, media = json.dumps(payload), "application/json"
    else:
        form = payload if kind == "command" else {"payload": json.dumps(payload)}
        body, media = urlencode(form), "application/x-www-form-urlencoded"
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}", "Content-Type": media}
    return Signed(body.encode(), headers)


TYPES = {"command": "slash_commands", "event": "events_api", "interaction": "interactive"}


class Deliveries:
    """One attempt at a time; events come again, the rest does not."""

    def __init__(self, slack: "Slack") -> None:
        self._slack = slack
        self.skew = 0.0
        """Seconds the signature's time stamp is off."""
        self.secret = ""
        """Sign with this instead of the app's secret."""
        self.statuses: list[int] = []
        """What the app answered to posts."""
        self.acks: list[tuple[Json, Any]] = []
        """What was delivered, and what the acknowledgement carried, where it carried something."""
        self.due: list[datetime] = []
        """When events come again that are waiting for it."""

    async def deliver(self, kind: str, payload: Json, *, attempt: int = 0, reason: str = "") -> Ack | Silence:
        """One attempt. `kind` is `command`, `event` or `interaction`."""
        bring = self._post if self._slack.app.request_url else self._socket
        outcome = await bring(kind, payload, attempt, reason)
        if isinstance(outcome, Ack) and outcome.body:
            note(self.acks, (payload, outcome.body), self._slack.most)
        return outcome

    async def patient(self, kind: str, payload: Json, *, attempt: int = 0, reason: str = "") -> Ack | Silence:
        """The same, with a word for a test that forgot to move the clock."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.deliver(kind, payload, attempt=attempt, reason=reason)
        except TimeoutError:
            raise AssertionError(
                f"no acknowledgement of {payload.get('type', 'a command')} in {PATIENCE:.0f} real seconds; "
                "move the platform's clock on by three seconds to let Slack give up"
            ) from None

    async def retries(self, payload: Json, outcome: Ack | Silence) -> None:
        """An event that was not acknowledged comes again, up to three times."""
        for attempt, pause in enumerate(RETRIES, start=1):
            if isinstance(outcome, Ack):
                break
            await self._pause(pause)
            outcome = await self.deliver("event", payload, attempt=attempt, reason=outcome.reason)

    async def _pause(self, pause: timedelta) -> None:
        due = self._slack.clock.now() + pause
        self.due.append(due)
        self._slack.changes.tell()
        await self._slack.clock.sleep_until(due)
        self.due.remove(due)

    async def _socket(self, kind: str, payload: Json, attempt: int, reason: str) -> Ack | Silence:
        envelope = {
            "envelope_id": self._slack.mint.secret("envelope"),
            "type": TYPES[kind],
            "payload": payload,
            "accepts_response_payload": kind != "event",
        }
        if kind == "event":
            envelope |= {"retry_attempt": attempt, "retry_reason": reason}
        self._sent(envelope)
        deadline = self._slack.clock.now() + ACK
        waiting = await self._slack.links.send(envelope)
        if waiting is None:
            return Silence("dispatch_failed")
        return await self._within(waiting, deadline)

    async def _within(
        self, answer: "asyncio.Future[Ack] | asyncio.Future[Ack | Silence]", deadline: datetime
    ) -> Ack | Silence:
        """The answer, unless the platform's clock passes three seconds first."""
        late = asyncio.ensure_future(self._slack.clock.sleep_until(deadline))
        try:
            await asyncio.wait({answer, late}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            late.cancel()
        return answer.result() if answer.done() else Silence("timeout")

    async def _post(self, kind: str, payload: Json, attempt: int, reason: str) -> Ack | Silence:
        self._sent({"type": TYPES[kind], "payload": payload, "retry_attempt": attempt, "retry_reason": reason})
        stamp = str(int(time.time() + self.skew))  # noqa: TID251 - the app compares it with the real time
        request = signed(kind, payload, secret=self.secret or self._slack.app.signing_secret, stamp=stamp)
        if attempt:
            request.headers.update({"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason})
        deadline = self._slack.clock.now() + ACK
        posting = asyncio.ensure_future(self._posted(request))
        try:
            return await self._within(posting, deadline)
        finally:
            posting.cancel()

    def _sent(self, envelope: Json) -> None:
        note(self._slack.sent, envelope, self._slack.most)
        self._slack.changes.tell()

    async def _posted(self, request: "Signed") -> Ack | Silence:
        try:
            async with self._slack.session.post(
                self._slack.app.request_url, data=request.body, headers=request.headers
            ) as response:
                text = await response.text()
        except aiohttp.ClientError:
            return Silence("connection_failed")
        self.statuses.append(response.status)
        self._slack.changes.tell()
        if response.status != HTTPStatus.OK:
            return Silence("http_error")
        return Ack(json.loads(text) if response.content_type == "application/json" and text else text)

    async def verify_url(self) -> Ack | Silence:
        """The challenge that Slack sends when the address is entered; the app must say it back."""
        challenge = {"token": "legacy", "challenge": self._slack.mint.secret("challenge"), "type": "url_verification"}
        return await self.deliver("event", challenge)
