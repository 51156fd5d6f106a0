"""People install us in workspaces of their own: Slack's OAuth flow, as slack-bolt has it, over our own store."""

import logging
import secrets
from collections import OrderedDict
from datetime import datetime, timedelta

from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import Installation as SlackInstallation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from bot.chats.slack.calling import Wire
from bot.chats.slack.scopes import SCOPES
from bot.chats.slack.teams import CHAT
from bot.core.installations import Installation, Installations
from bot.core.ports import Clock

log = logging.getLogger(__name__)

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
STATE_LIVES = timedelta(minutes=10)
STATES = 1_000


class Keeping(AsyncInstallationStore):
    """slack_bolt's store, as far as a bot needs one, on ours."""

    def __init__(self, kept: Installations) -> None:
        self._kept = kept

    async def async_save(self, installation: SlackInstallation) -> None:
        """Somebody allowed us in."""
        one = Installation(
            chat=CHAT,
            workspace=installation.team_id or "",
            name=installation.team_name or "",
            token=installation.bot_token or "",
            user=installation.bot_user_id or "",
            bot=installation.bot_id or "",
        )
        await self._kept.install(one)
        log.info("slack.installed", extra={"team": one.workspace})


class States(AsyncOAuthStateStore):
    """Who began an installation here, so that nobody else ends it. A restart asks them to begin again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: OrderedDict[str, datetime] = OrderedDict()

    async def async_issue(self, *_: object, **__: object) -> str:
        """One that nobody can guess."""
        state = secrets.token_urlsafe(24)
        self._open[state] = self._clock.now()
        if len(self._open) > STATES:
            self._open.popitem(last=False)
        return state

    async def async_consume(self, state: str) -> bool:
        """Whether it was given out a short while ago; good once."""
        born = self._open.pop(state, None)
        return born is not None and self._clock.now() - born < STATE_LIVES


def flow_of(wire: Wire, kept: Installations, *, client_id: str, client_secret: str) -> AsyncOAuthFlow:
    """The two pages: one sends to Slack, the other is where Slack sends back to."""
    store, states = Keeping(kept), States(wire.clock)
    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=sorted(SCOPES),
        user_scopes=[],
        install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        install_page_rendering_enabled=False,
        installation_store=store,
        state_store=states,
    )
    client = AsyncWebClient(base_url=wire.base_url, session=wire.session, retry_handlers=[])
    return AsyncOAuthFlow(client=client, settings=settings, logger=logging.getLogger("askling.slack_bolt"))
