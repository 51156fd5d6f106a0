"""A study room on the loopback Slack: one core, the real slack-bolt, people at their screens."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.chats.slack import Config, SlackChat, opened
from bot.chats.slack.line import Patience
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.pacing import Paces
from bot.core.ports import Hear, Judge
from bot.core.previews import Previews
from bot.core.records import Entry
from bot.core.world import Turns, World
from bot.quiz.ids import Place
from bot.quiz.questions import Question
from bot.testing.clocks import FakeClock
from bot.testing.days import Day
from tests.loopback.slack import Person, Slack

HURRY = Patience(hello=2, heartbeat=2, pause=0.01, longest=0.1, young=0, linger=20)
LINES = 2
TRANSPORTS = ("socket", "http")


def config_for(slack: Slack, transport: str) -> Config:
    """What an operator of this workspace would have set."""
    return Config(
        bot_token=slack.installation.token,
        app_token=slack.app.app_token if transport == "socket" else "",
        signing_secret=slack.app.signing_secret,
        port=0,
        host="127.0.0.1",
        base_url=slack.base_url,
        patience=HURRY,
    )


async def reached(slack: Slack, chat: SlackChat, listening: "asyncio.Task[None]", transport: str) -> None:
    """Return when people can reach the bot; Slack is told its address."""
    async with asyncio.timeout(20):
        while not (chat.ready() and (transport == "http" or len(slack.links.open) >= LINES)):
            if listening.done():
                listening.result()
            await asyncio.sleep(0)
    if transport == "http":
        assert chat.door is not None
        slack.app.request_url = f"http://127.0.0.1:{chat.door.port}/slack/events"


class Room:
    """A bot that lives in a workspace."""

    def __init__(
        self,
        slack: Slack,
        *questions: Question,
        transport: str = "socket",
        judge: Judge | None = None,
        hear: Hear | None = None,
    ) -> None:
        assert isinstance(slack.clock, FakeClock)
        self.slack, self.clock, self.transport = slack, slack.clock, transport
        self._hear = hear
        self.listening: asyncio.Task[None] | None = None
        self.day = Day(*questions)
        self.judge: Judge = judge or self.day.judge
        self.config = config_for(slack, transport)
        self.place = Place(f"slack:{slack.home.id}:{slack.general.id}")
        self._open = AsyncExitStack()

    def hears(self, hear: Hear) -> None:
        """Other use cases, or the same with something before them."""
        self._hear = hear

    async def starts(self) -> None:
        """The bot comes up and can be reached."""
        self._open = AsyncExitStack()
        self.chat: SlackChat = await self._open.enter_async_context(opened(self.config, self.clock))
        self.chat.installs(self.day.store)
        self.world = self._world()
        self.listening = asyncio.create_task(self.chat.listen(self._hear or partial(hear, self.world)))
        await reached(self.slack, self.chat, self.listening, self.transport)

    async def stops(self) -> None:
        """The bot goes down, having finished what it began."""
        if self.listening is not None:
            self.listening.cancel()
            await asyncio.gather(self.listening, return_exceptions=True)
        await self._open.aclose()

    async def restarts(self) -> None:
        """It forgets all but the store."""
        await self.stops()
        await self.starts()

    async def passes(self, seconds: float) -> None:
        """Time passes, and whoever is busy gets on meanwhile."""
        await self.clock.advance(timedelta(seconds=seconds))
        for _ in range(20):
            await asyncio.sleep(0)

    async def entries(self) -> Sequence[Entry]:
        """What the ledger holds."""
        community = await self.world.community_at(self.place)
        assert community is not None
        return await self.world.ledger.history(community.id)

    async def beats(self, moment: datetime | None = None) -> None:
        """The clock shows this moment, and the heart beats."""
        if moment is not None:
            await self.clock.advance_to(moment)
        await beat(self.world)

    async def begins(self, admin: Person, *, schedule: str = "daily 09:00 UTC") -> None:
        """A moderator sets the room up and has the first question asked."""
        await admin.types(f"/quiz setup {schedule}")
        await admin.types("/quiz post")

    def _world(self) -> World:
        return replace(
            self.day.world,
            chats={"slack": self.chat},
            clock=self.clock,
            judge=self.judge,
            turns=Turns(),
            previews=Previews(),
            paces=Paces(),
        )


@asynccontextmanager
async def running(room: Room) -> AsyncIterator[Room]:
    """A room while it runs."""
    await room.starts()
    try:
        yield room
    finally:
        await room.stops()


async def answers(who: Person, option: str, *, on: str = "The choice question") -> None:
    """Press, choose, hand in."""
    await who.presses("Answer", on=await who.sees(on))
    await who.sees_modal("Choose one")
    await who.chooses(option)
    await who.submits()
