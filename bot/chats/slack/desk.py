"""slack-bolt as parser, authoriser and router, and nothing else: each listener hands over to the reception.

Its own runner polls for the acknowledgement, loses it when a listener raises, and lets it overwrite a result.
"""

import json
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.chats.slack.calling import Api
from bot.chats.slack.editors import EDITOR, FORM, SHOWN
from bot.chats.slack.line import Send
from bot.chats.slack.reception import SUGGEST, Reception
from bot.chats.slack.rich import Json
from bot.chats.slack.serving import Handled, Step
from bot.chats.slack.teams import Teams

log = logging.getLogger(__name__)

LATER = "askling.later"
Listener = Callable[[Api, Json], Awaitable[Handled]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to Slack, and what is done once it is on the wire."""

    status: int
    body: str
    content_type: str
    later: tuple[Step, ...] = ()


class Desk:
    """The AsyncApp and its listeners.

    Args:
        reception: what is done with what comes in.
        teams: which workspaces we are in, and with which token.
        command: the slash command, `/quiz`.
        secret: the signing secret, of HTTP mode.
    """

    def __init__(self, reception: Reception, teams: Teams, *, command: str, secret: str = "") -> None:
        self._teams = teams
        self._app = AsyncApp(
            name="askling",
            logger=_quiet(),
            client=AsyncWebClient(retry_handlers=[]),
            authorize=_authorising(teams),  # type: ignore[arg-type]  # None: not installed there
            signing_secret=secret,
            process_before_response=True,
            raise_error_for_unhandled_request=True,
        )
        self._app.error(_failed)
        self._listen(reception, command)

    def _listen(self, reception: Reception, command: str) -> None:
        app = self._app
        app.command(command)(self._hands_to(reception.command))
        app.action(re.compile(".*"))(self._hands_to(reception.press))
        for name in (EDITOR, FORM, SHOWN):
            app.view(name)(self._hands_to(reception.submission))
        app.shortcut(SUGGEST)(self._hands_to(reception.shortcut))
        app.event("app_home_opened")(self._hands_to(reception.opened_home))
        for name in ("app_uninstalled", "tokens_revoked"):
            app.event(name)(self._gone)
        app.event("app_mention")(self._hands_to(reception.message))
        app.event({"type": "message", "subtype": None})(self._hands_to(reception.message))
        app.event("user_change")(self._hands_to(reception.changed))
        app.event("member_left_channel")(self._hands_to(reception.left))
        app.event("member_joined_channel")(self._hands_to(reception.left))

    def _hands_to(self, handle: Listener) -> Callable[..., Awaitable[None]]:
        async def listener(body: Json, ack: AsyncAck, context: AsyncBoltContext) -> None:
            handled = await handle(self._teams.using(context["bot_token"]), body)
            await ack(handled.ack or "")
            context[LATER] = handled.later

        return listener

    async def _gone(self, body: Json, ack: AsyncAck) -> None:
        """Somebody took us away, or our token."""
        event = body["event"]
        if event["type"] == "app_uninstalled" or (event.get("tokens") or {}).get("bot"):
            await self._teams.uninstalled(str(body["team_id"]))
        await ack()

    async def dispatch(self, request: Callable[[], AsyncBoltRequest]) -> Reply:
        """Answer one request; never raises for what is in it."""
        try:
            made = request()
            answer = await self._app.async_dispatch(made)
        except Exception:  # bolt reads a request outside of its own guards
            log.exception("slack.malformed")
            return Reply(200, "", "text/plain")
        later = made.context.get(LATER, ())
        kind = answer.headers.get("content-type", ["text/plain"])[0].partition(";")[0]
        return Reply(answer.status, answer.body or "", kind, later)

    async def envelope(self, envelope: Json, send: Send) -> tuple[Step, ...]:
        """One envelope of Socket Mode: answered, acknowledged; returns what is to be done then."""
        headers = _retries(envelope)
        reply = await self.dispatch(
            lambda: AsyncBoltRequest(mode="socket_mode", body=envelope.get("payload") or {}, headers=headers)
        )
        ack: Json = {"envelope_id": envelope["envelope_id"]}
        if reply.status == 200 and reply.body:
            payload = json.loads(reply.body) if reply.content_type == "application/json" else {"text": reply.body}
            ack["payload"] = payload
        await send(ack)
        return reply.later


def _authorising(teams: Teams) -> Callable[..., Awaitable[AuthorizeResult | None]]:
    """Whose request it is; None where nobody installed us. A function, because bolt looks at its arguments' names."""

    async def authorize(team_id: str | None, enterprise_id: str | None) -> AuthorizeResult | None:
        team = await teams.find(team_id or "")
        if team is None:
            log.warning("slack.unknown_team", extra={"team": team_id})
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team.id, bot_token=team.token, bot_id=team.bot, bot_user_id=team.user
        )

    return authorize


def _retries(envelope: Json) -> dict[str, str | Sequence[str]]:
    attempt = envelope.get("retry_attempt")
    return {"x-slack-retry-num": str(attempt)} if attempt else {}


async def _failed(error: Exception) -> BoltResponse:
    """What nobody listens to is acknowledged all the same, or it would come three times more."""
    if not isinstance(error, BoltUnhandledRequestError):
        log.error("slack.broken", exc_info=error)
    return BoltResponse(status=200, body="")


def _quiet() -> logging.Logger:
    """Bolt logs whole payloads at debug: learners' code would be in the log."""
    quiet = logging.getLogger("askling.slack_bolt")
    quiet.setLevel(logging.ERROR)
    return quiet
