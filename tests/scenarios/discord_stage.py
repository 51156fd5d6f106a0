"""A transcript on the loopback Discord: the real discord.py, and everybody at a screen of their own."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial

from bot.chats.discord import DiscordChat
from bot.chats.discord.offered import LEARNERS, MODERATORS, sub_of
from bot.chats.discord.places import address_of
from bot.chats.discord.tags import Open, Press, Tag, read
from bot.core.hearing import hear
from bot.core.messages import ANSWER
from bot.core.ports import Chat
from bot.core.world import World
from bot.quiz.ids import Address, Place
from bot.testing.clocks import FakeClock
from tests.chats.discord.stand import Stand
from tests.loopback.discord import DiscordServer, Person
from tests.loopback.discord.acts import Act
from tests.loopback.discord.components import Kind
from tests.loopback.discord.screens import NotThere, Seen
from tests.scenarios.discord_forms import fill, write
from tests.scenarios.options import options
from tests.scenarios.payloads import Payload, of_discord

WRITTEN = {"answer": ANSWER, "try": ANSWER, "run": "run", "review": "review", "sprint": "sprint"}
"""Words behind which an answer is typed elsewhere, and what their editor is for here."""


class DiscordStage:
    """Keeps the protocol `Stage`; what is typed elsewhere is pressed and filled in here where Discord has it."""

    patience = 10.0

    def __init__(self, server: DiscordServer, clock: FakeClock) -> None:
        self.clock = clock
        self.stand = Stand(server)
        self._chat: DiscordChat = self.stand.chat()
        self._people: dict[str, Person] = {}
        self._walked = 0
        self._acts: dict[str, Act] = {}

    @property
    def chats(self) -> Mapping[str, Chat]:
        return {"discord": self._chat}

    @property
    def place(self) -> Place:
        """Where questions are asked."""
        return self.stand.place

    async def opens(self, world: World) -> None:
        self._listening = asyncio.create_task(self._chat.listen(partial(hear, world)))
        await self.stand.until(lambda: self._chat.ready() or self._listening.done())

    async def closes(self) -> None:
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        self._chat = self.stand.chat()

    async def says(self, who: str, text: str) -> str:
        person = self._person(who)
        word, _, rest = text.partition(" ")
        if word == "fill":
            fill(person, rest)
            return ""
        act = self._acts[who] = await self._does(person, text)
        await person.wait(lambda: person.modal is not None or _done(act), f"an answer to {text}")
        return self.alone(who)

    def alone(self, who: str) -> str:
        if who not in self._acts:
            return ""
        person, shown = self._person(who), _shown(self._acts[who])
        return person.modal.text if person.modal and not shown else "\n".join(map(_readable, shown))

    async def speaks(self, who: str, locale: str) -> None:
        self._person(who, locale)

    def public(self) -> list[str]:
        reader = self._person("somebody")
        return [Seen(one, reader).text for one in self.stand.messages()]

    def sent(self) -> list[Payload]:
        since, self._walked = self._walked, len(self.stand.server.journal)
        return of_discord(self.stand.server, since)

    def address(self, who: str) -> Address:
        return address_of(self._person(who).user.id)

    def _person(self, who: str, locale: str = "en-US") -> Person:
        if who not in self._people:
            rights = ["manage_guild"] if who == "mo" else []
            self._people[who] = self.stand.server.person(who, *rights, locale=locale).go(self.stand.daily)
        return self._people[who]

    async def _does(self, person: Person, text: str) -> Act:
        group = MODERATORS if text.startswith("/quiz-admin ") else LEARNERS
        word, *behind = text.removeprefix("/quiz-admin ").split(maxsplit=1)
        rest = behind[0] if behind else ""
        if word == "send":
            assert person.modal is not None, "no form is open"
            return await person.modal.submit()
        if word in WRITTEN and (rest or word == "answer"):
            return await self._writes(person, word, rest)
        sub = sub_of(group, word)
        given = options(sub, rest, lambda name: self._person(name).user) if sub else None
        if sub is None or given is None:
            return await _presses(person, lambda tag: isinstance(tag, Press) and (tag.name, tag.text) == (word, rest))
        return await person.use(f"/{group} {sub.within} {word}" if sub.within else f"/{group} {word}", **given)

    async def _writes(self, person: Person, word: str, said: str) -> Act:
        """The button that opens an editor, or the command where there is none; and what is written in it."""
        try:
            act = await _presses(person, lambda tag: isinstance(tag, Open) and tag.to == WRITTEN[word])
        except NotThere:
            act = await (person.use("/quiz answer", answer=said) if word == "answer" else person.use(f"/quiz {word}"))
        if person.modal is None:
            return act
        return await write(person.modal, said.partition(" ")[2] if word == "try" else said).submit()


async def _presses(person: Person, wanted: Callable[[Tag | None], bool]) -> Act:
    """The button that means it, on the newest message that has one."""
    for seen in reversed(person.screen()):
        for button in seen.of(Kind.BUTTON):
            if wanted(read(button.get("custom_id", ""))):
                return await person.push(button, seen)
    raise NotThere(f"{person.name} sees no such button: {[str(one) for one in person.screen()]}")


def _readable(seen: Seen) -> str:
    """What it says, and what its buttons would say."""
    tags = [read(one.get("custom_id", "")) for one in seen.of(Kind.BUTTON)]
    return "\n".join([seen.text, *(f"▶ {tag.name} {tag.text}" for tag in tags if isinstance(tag, Press))])


def _shown(act: Act) -> list[Seen]:
    return [one for one in (act.shown, *act.follow_ups) if one is not None]


def _done(act: Act) -> bool:
    """Whether nothing of it is still thinking."""
    seen = _shown(act)
    return bool(seen) and not any(one.thinking for one in seen)


@asynccontextmanager
async def on_discord(clock: FakeClock) -> AsyncIterator[DiscordStage]:
    """A Discord of its own, which has nothing to object in the end."""
    async with DiscordServer(clock) as server:
        stage = DiscordStage(server, clock)
        try:
            yield stage
        finally:
            await stage.stand.close()
        assert server.problems() == []
