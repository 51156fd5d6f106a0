"""The port `Chat` on Slack."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress

import aiohttp

from bot.chats.slack import examining
from bot.chats.slack.calling import TIMEOUT, Api, Wire
from bot.chats.slack.config import Config
from bot.chats.slack.desk import Desk
from bot.chats.slack.door import Door
from bot.chats.slack.followups import Followups
from bot.chats.slack.installing import flow_of
from bot.chats.slack.line import Line, Send
from bot.chats.slack.members import Members
from bot.chats.slack.people import People
from bot.chats.slack.posting import Posting, Spot
from bot.chats.slack.reception import Reception
from bot.chats.slack.render import drawn
from bot.chats.slack.rich import Json
from bot.chats.slack.scopes import SCOPES
from bot.chats.slack.serving import Serving, Step
from bot.chats.slack.teams import Teams
from bot.chats.slack.updating import Updating
from bot.core import labels, words
from bot.core.cards import RevealCard
from bot.core.installations import Installations
from bot.core.languages import explained, say
from bot.core.messages import Note, View
from bot.core.ports import Clock, Hear, Tried
from bot.quiz.errors import ChatTrouble, Gone, Refused
from bot.quiz.ids import Address, Place, Ref

log = logging.getLogger(__name__)

LINES = 2
"""Slack sends each envelope through any open line, so one is enough while the other is renewed."""


@asynccontextmanager
async def opened(config: Config, clock: Clock) -> AsyncIterator["SlackChat"]:
    """The chat, with a session that is closed behind it."""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        chat = SlackChat(config, Wire(session=session, clock=clock, base_url=config.base_url))
        try:
            yield chat
        finally:
            chat.close()


class SlackChat:
    """Keeps the port `Chat`.

    Args:
        config: what was chosen.
        wire: for calls.
    """

    def __init__(self, config: Config, wire: Wire) -> None:
        self._config, self._wire = config, wire
        self._followups = Followups()
        self._beside = Followups()
        self._teams = Teams(wire, config.bot_token)
        self._posting, self._updating = Posting(self._beside), Updating(self._beside)
        self._members = Members(wire.clock)
        self._people = People(config.moderators, config.waits.person)
        self._lines: list[Line] = []
        self.door: Door | None = None

    async def listen(self, hear: Hear) -> None:
        """Pass on what people do, over sockets or HTTP, until cancelled."""
        await self._teams.open()
        serving = Serving(hear, self._followups, self._config.waits)
        desk = Desk(
            Reception(serving, self._people, self._members),
            self._teams,
            command=self._config.command,
            secret=self._config.signing_secret,
        )
        try:
            await (self._over_both(desk) if self._config.app_token else self._over_http(desk))
        finally:
            self._lines, self.door = [], None
            await self._followups.drain()

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:
        """Show a view to everybody, once a key; looked for in the channel before it is sent, and after."""
        team, channel = _parts(place)
        api = await self._teams.api(team)
        spot = Spot(channel=channel, key=key, thread=under.rpartition(":")[2] if under else "")
        ts = await self._posting.once(api, spot, drawn(view), broadcast=isinstance(view, RevealCard))
        return Ref(f"slack:{team}:{channel}:{ts}")

    async def revise(self, ref: Ref, view: View) -> None:
        """Replace what a message shows; several at once become one."""
        place, _, ts = ref.rpartition(":")
        team, channel = _parts(Place(place))
        api = await self._teams.api(team)
        await self._updating.revise(api, channel, ts, drawn(view))
        if isinstance(view, RevealCard) and view.question.thread:
            with suppress(ChatTrouble):  # the answer is there; a thread is no reason to show it again
                spot = Spot(channel=channel, key=f"{ref}:thread", thread=ts)
                await self._posting.once(api, spot, drawn(Note(say(labels.DISCUSS))))

    async def lacks(self, place: Place, *, thread: bool = False) -> Sequence[str]:  # noqa: ARG002 - who may write, may
        """What must be changed before questions can be asked there."""
        team, channel = _parts(place)
        if not channel.startswith(("C", "G")):
            return [say(words.SLACK_CHANNEL_ONLY)]
        try:
            api = await self._teams.api(team)
            told = (await api.call("conversations.info", channel=channel))["channel"]
        except Gone:
            return [say(words.SLACK_NOT_IN_CHANNEL)]
        except Refused as trouble:
            return [explained(trouble)]
        missing = [say(words.SLACK_SCOPE, scope=one) for one in sorted(SCOPES - api.scopes)] if api.scopes else []
        missing += [say(words.SLACK_ARCHIVED)] * bool(told.get("is_archived"))
        return missing + [say(words.SLACK_NOT_IN_CHANNEL)] * (not told.get("is_member"))

    async def present(self, place: Place, address: Address) -> bool:
        """Whether somebody is still in a channel."""
        team, channel = _parts(place)
        return await self._members.present(await self._teams.api(team), team, channel, address.rpartition(":")[2])

    async def private(self, address: Address) -> Place:
        """Somebody's direct conversation with us."""
        team, user = _parts(Place(address))
        try:
            opened = await (await self._teams.api(team)).call("conversations.open", users=user)
        except Gone as trouble:
            raise Refused(trouble.sentence, **trouble.values) from trouble
        return Place(f"slack:{team}:{opened['channel']['id']}")

    def installs(self, kept: Installations) -> None:
        """Workspaces that install us are kept there."""
        self._teams.kept = kept

    async def examine(self, views: Mapping[str, View]) -> Sequence[Tried]:
        """What `askling doctor` wants to know."""
        return await examining.examine(self._config, self._wire, views)

    def ready(self) -> bool:
        """Whether a line is open, or the door."""
        return any(line.open for line in self._lines) if self._config.app_token else self.door is not None

    def close(self) -> None:
        """Give up what only waits for later."""
        self._people.close()
        self._beside.cancel()
        self._followups.cancel()

    async def _over_sockets(self, desk: Desk) -> None:
        async def attend(envelope: Json, send: Send) -> None:
            self._begin(await desk.envelope(envelope, send))

        api = Api(self._wire, self._config.app_token)
        self._lines = [Line(api, attend, Followups(), self._config.patience) for _ in range(LINES)]
        for line in self._lines:
            line.others = [one for one in self._lines if one is not line]
        tasks = [asyncio.create_task(line.run()) for line in self._lines]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        raise next(one for one in ended if isinstance(one, Exception))

    async def _over_both(self, desk: Desk) -> None:
        """Sockets, and a door where people install us."""
        if not self._config.client_secret:
            await self._over_sockets(desk)
            return
        async with self._open_door(desk):
            await self._over_sockets(desk)

    async def _over_http(self, desk: Desk) -> None:
        if not self._config.signing_secret:  # with an empty one, everybody could sign
            raise Refused(words.SLACK_NO_WAY_IN)
        async with self._open_door(desk):
            await asyncio.Event().wait()

    @asynccontextmanager
    async def _open_door(self, desk: Desk) -> AsyncIterator[None]:
        config, flow = self._config, None
        if config.client_secret and self._teams.kept:
            given = {"client_id": config.client_id, "client_secret": config.client_secret}
            flow = flow_of(self._wire, self._teams.kept, **given)
        door = Door(desk, self._begin, secret="" if config.app_token else config.signing_secret, flow=flow)
        async with door.open(config.host, config.port):
            self.door = door
            log.info("slack.door_open", extra={"port": door.port})
            yield

    def _begin(self, later: tuple[Step, ...]) -> None:
        """What follows once Slack has its acknowledgement."""
        if later:
            self._followups.start(_one_after_the_other(later))


async def _one_after_the_other(steps: tuple[Step, ...]) -> None:
    for step in steps:
        await step()


def _parts(place: Place) -> tuple[str, str]:
    """Team and channel.

    Raises:
        Gone: it is no place of Slack.
    """
    chat, _, rest = place.partition(":")
    team, _, channel = rest.partition(":")
    if chat != "slack" or not team or not channel:
        raise Gone("{place} is no place of Slack.", place=place)
    return team, channel
