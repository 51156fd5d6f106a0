"""The point of it all: one core, a Discord community and a Slack community at once, one season, one leaderboard."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.app import open_world
from bot.chats.slack import SlackChat, opened
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.ports import Hear
from bot.core.world import World
from bot.quiz.boards import season_of
from bot.testing.banks import ListBank
from bot.testing.clocks import FakeClock
from bot.testing.days import knows_doubling
from bot.testing.judges import ScriptedJudge
from bot.testing.questions import a_choice
from tests.chats.discord.stand import Stand
from tests.chats.slack.rooms import config_for, reached
from tests.loopback.discord import DiscordServer
from tests.loopback.discord import Person as Discorder
from tests.loopback.slack import Person as Slacker
from tests.loopback.slack import Slack, judged

MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)


class TwoChats:
    """One bot on both."""

    def __init__(self, world: World, discord: Stand, slack: Slack, clock: FakeClock) -> None:
        self.world, self.discord, self.slack, self.clock = world, discord, slack, clock

    def on_discord(self, name: str, *permissions: str) -> Discorder:
        return self.discord.server.person(name, *permissions).go(self.discord.daily)

    async def at(self, hour: int) -> None:
        """The clock shows this hour, and the heart beats."""
        await self.clock.advance_to(MORNING.replace(hour=hour))
        await beat(self.world)

    async def join(self) -> None:
        """Moderators of both make them one community."""
        mo, mia = self.on_discord("Mo", "manage_guild"), self.slack.person("Mia", admin=True)
        act = await mo.use("/quiz-admin setup", days="daily", at="09:00", zone="UTC", open="12h", reveal="1h")
        await act.answer("daily 09:00 UTC")
        invited = await (await mo.use("/quiz-admin places invite")).answer("join")
        code = re.search(r"join ([A-Z0-9-]+)", invited.text)
        assert code is not None
        await mia.types(f"/quiz join {code[1]}")
        await mia.sees("daily 09:00 UTC")


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[TwoChats]:
    clock = FakeClock(MORNING)
    async with AsyncExitStack() as rooms:
        server = await rooms.enter_async_context(DiscordServer(clock))
        slack = await rooms.enter_async_context(judged(Slack(clock)))
        stand = Stand(server)
        rooms.push_async_callback(stand.close)
        talk = await rooms.enter_async_context(opened(config_for(slack, "socket"), clock))
        chat = stand.chat()
        world = await rooms.enter_async_context(
            open_world(
                database=tmp_path / "two.sqlite",
                bank=ListBank((a_choice(),)),
                judge=ScriptedJudge(knows_doubling),
                chats={"discord": chat, "slack": talk},
                clock=clock,
                versions=((3, 11),),
            )
        )
        await rooms.enter_async_context(stand.listening(partial(hear, world), chat))
        await rooms.enter_async_context(_listening(slack, talk, partial(hear, world)))
        yield TwoChats(world, stand, slack, clock)
        assert server.problems() == []


@asynccontextmanager
async def _listening(slack: Slack, chat: SlackChat, hear: Hear) -> AsyncIterator[None]:
    task = asyncio.create_task(chat.listen(hear))
    await reached(slack, chat, task, "socket")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def answers_on_discord(who: Discorder, option: str) -> str:
    act = await who.press("Answer")
    act = await act.modal.fill({"Choose one": option}).submit()
    return (await act.answer()).text


async def answers_on_slack(who: Slacker, option: str) -> str:
    await who.presses("Answer", on=await who.sees("The choice question"))
    await who.sees_modal("Choose one")
    await who.chooses(option)
    await who.submits()
    await who.sees_modal("You have")
    return who.modal_text


async def test_one_question_is_asked_on_both_and_one_board_ranks_everybody(both: TwoChats) -> None:
    await both.join()
    await both.at(9)
    ada, ben = both.on_discord("Ada"), both.slack.person("Ben")
    assert "Right" in await answers_on_discord(ada, "option 0")
    told = await answers_on_slack(ben, "option 1")
    assert "Not yet" in told
    assert "rank 2 of 2" in told
    (community,) = await both.world.agenda.communities()
    rows = await both.world.boards.top(community.id, season_of(MORNING.date()), rows=10)
    assert [(row.rank, row.name.casefold()) for row in rows] == [(1, "ada"), (2, "ben")]
    await ben.closes()
    await ben.types("/quiz board season")
    await ben.sees("Ada")
    shown = await (await ada.use("/quiz board", which="season")).answer("ben")
    assert shown.private
    await both.at(21)
    await both.at(22)
    assert "1 of 2 solved it" in ada.sees("The choice question").text
    await ben.sees("1 of 2 solved it")


async def test_a_learner_links_both_identities_with_a_one_time_code_and_has_one_row(both: TwoChats) -> None:
    await both.join()
    await both.at(9)
    ada, again = both.on_discord("Ada"), both.slack.person("Ada L.")
    assert "Not yet" in await answers_on_discord(ada, "option 1")
    await both.clock.advance(timedelta(minutes=1))
    assert "Right" in await answers_on_slack(again, "option 0")
    (community,) = await both.world.agenda.communities()
    season = season_of(MORNING.date())
    assert len(await both.world.boards.top(community.id, season, rows=10)) == 2
    given = await (await ada.use("/quiz link")).answer("Tell it nobody")
    assert given.private
    code = re.search(r"link ([A-Z0-9-]+)", given.text)
    assert code is not None
    await again.closes(everything=True)
    await again.types(f"/quiz link {code[1]}")
    shown = await again.sees("becomes one with")
    await again.presses("Make them one", on=shown)
    await again.sees("are one person now")
    (row,) = await both.world.boards.top(community.id, season, rows=10)
    assert (row.name.casefold(), row.points) == ("ada", 4)  # the second try at a single choice, and having taken part
    assert (await (await ada.use("/quiz me")).answer("4 points · rank 1")).private
    await again.types(f"/quiz link {code[1]}")
    await again.sees("opens nothing")
