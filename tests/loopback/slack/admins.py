"""What happens to a workspace behind the app's back, with the events Slack sends about it."""

from typing import TYPE_CHECKING

from tests.loopback.slack.apps import Installation
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Channel, Kind, Workspace

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack


class Admin:
    """Whoever can do everything. Verbs return when the app has acknowledged, if it subscribed at all."""

    def __init__(self, slack: "Slack") -> None:
        self._slack = slack

    async def archives(self, channel: Channel) -> None:
        """Nobody can write there any more."""
        channel.archived = True
        await self._channel(channel, "archive", {})

    async def deletes(self, channel: Channel) -> None:
        """It is gone."""
        channel.deleted = True
        await self._channel(channel, "deleted", {})

    async def renames(self, channel: Channel, name: str) -> None:
        """Its id stays."""
        channel.name = name
        shape = {"id": channel.id, "name": name, "created": 1_700_000_000}
        await self._channel(channel, "rename", {"channel": shape})

    async def closes(self, channel: Channel) -> None:
        """A public channel becomes private; who is in it stays in it."""
        channel.kind = Kind.PRIVATE
        await self._tell(self._by(channel), "channel_convert_to_private", {"channel": channel.id})

    async def invites(self, channel: Channel) -> None:
        """The bot into a channel."""
        by = self._by(channel)
        channel.members.add(by.user)
        await self._tell(by, "member_joined_channel", self._membership(channel, by))

    async def removes(self, channel: Channel) -> None:
        """The bot from a channel."""
        by = self._by(channel)
        channel.members.discard(by.user)
        await self._tell(by, "member_left_channel", self._membership(channel, by))

    async def uninstalls(self, installation: Installation) -> None:
        """The app from a workspace: its token is dead before it hears of it."""
        installation.dead = "account_inactive"
        await self._tell(installation, "tokens_revoked", {"tokens": {"oauth": [], "bot": [installation.user]}})
        await self._tell(installation, "app_uninstalled", {})

    async def limits_events(self, workspace: Workspace) -> None:
        """More than 30,000 events an hour: Slack says so, without an event inside."""
        minute = int(self._slack.clock.now().timestamp()) // 60 * 60
        payload = {
            "token": "legacy-verification-token",
            "type": "app_rate_limited",
            "team_id": workspace.id,
            "minute_rate_limited": minute,
            "api_app_id": self._slack.app.id,
        }
        await self._slack.deliveries.patient("event", payload)

    async def _channel(self, channel: Channel, what: str, more: Json) -> None:
        prefix = "channel" if channel.kind is Kind.PUBLIC else "group"
        await self._tell(self._by(channel), f"{prefix}_{what}", {"channel": channel.id} | more)

    @staticmethod
    def _membership(channel: Channel, by: Installation) -> Json:
        kind = "C" if channel.kind is Kind.PUBLIC else "G"
        return {"user": by.user, "channel": channel.id, "channel_type": kind, "team": by.workspace.id}

    def _by(self, channel: Channel) -> Installation:
        installed = self._slack.installations.values()
        return next(one for one in installed if channel.id in one.workspace.channels)

    async def _tell(self, by: Installation, kind: str, inner: Json) -> None:
        if kind in self._slack.app.events:
            ts = self._slack.mint.ts(self._slack.clock.now())
            await self._slack.happens({"type": kind, **inner, "event_ts": ts}, by=by)
