"""The workspaces we are in, and the token for each."""

import logging
from dataclasses import dataclass

from bot.chats.slack.calling import Api, Wire
from bot.core import words
from bot.core.installations import Installations
from bot.quiz.errors import Gone

log = logging.getLogger(__name__)

CHAT = "slack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """One workspace with us in it."""

    id: str
    token: str
    user: str = ""
    """Our own user id there."""
    bot: str = ""


class Teams:
    """One workspace whose token the operator gave, or all that are kept somewhere.

    Args:
        wire: for calls.
        token: of the one workspace; empty when there are many.
    """

    def __init__(self, wire: Wire, token: str = "") -> None:
        self._wire, self._token = wire, token
        self.kept: Installations | None = None
        self._own: Team | None = None
        self._apis: dict[str, Api] = {}

    async def open(self) -> None:
        """Ask Slack whose token it is.

        Raises:
            Refused: nobody's, so a person must change it.
            Busy: Slack does not say now.
        """
        if not self._token or self._own is not None:
            return
        api = Api(self._wire, self._token)
        told = await api.call("auth.test")
        self._own = Team(id=told["team_id"], token=self._token, user=told["user_id"], bot=told.get("bot_id", ""))
        self._apis[self._own.token] = api

    async def find(self, id: str) -> Team | None:  # noqa: A002 - the noun's own word
        """One workspace; None when we are not in it."""
        if self._own is not None and self._own.id == id:
            return self._own
        one = await self.kept.installation(CHAT, id) if self.kept else None
        return Team(id=id, token=one.token, user=one.user, bot=one.bot) if one else None

    async def uninstalled(self, id: str) -> None:  # noqa: A002 - the noun's own word
        """We were taken away there."""
        log.warning("slack.uninstalled", extra={"team": id})
        if self.kept:
            await self.kept.uninstall(CHAT, id)

    async def api(self, id: str) -> Api:  # noqa: A002 - the noun's own word
        """The Web API of one workspace.

        Raises:
            Gone: we are not in it.
        """
        if self._own is None and self._token:
            await self.open()
        team = await self.find(id)
        if team is None:
            raise Gone(words.SLACK_NO_TEAM, team=id)
        return self.using(team.token)

    def using(self, token: str) -> Api:
        """The Web API with the token of a workspace that was found."""
        if token not in self._apis:
            self._apis[token] = Api(self._wire, token)
        return self._apis[token]
