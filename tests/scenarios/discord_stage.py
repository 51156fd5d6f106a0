"""A transcript on the loopback Discord: the real discord.py, and everybody at a screen of their own."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.chats.discord import DiscordChat
from bot.chats.discord.commands import Takes
from bot.chats.discord.offered import MODERATORS, sub_of
from bot.chats.discord.places import address_of
from bot.core.hearing import hear
from bot.core.ports import Chat
from bot.core.world import World
from bot.quiz.ids import Address, Place
from bot.testing.clocks import FakeClock
from tests.chats.discord.stand import Stand
from tests.loopback.discord import DiscordServer, Person
from tests.loopback.discord.acts import Act
from tests.loopback.discord.screens import NotThere, Seen
from tests.scenarios.payloads import Payload, of_discord


class DiscordStage:
    """Keeps the protocol `Stage`; what is typed elsewhere is pressed and filled in here where Discord has it."""

    def __init__(self, server: DiscordServer, clock: FakeClock) -> None:
        self.clock = clock
        self.stand = Stand(server)
        self._chat: DiscordChat = self.stand.chat()
        self._people: dict[str, Person] = {}
        self._walked = 0

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
        if word == "/quiz-admin":
            act = await self._moderates(person, rest)
        elif text.startswith("answer"):
            act = await self._answers(person, text.removeprefix("answer").strip())
        elif word == "review":
            act = await self._reviews(person, rest)
        elif word == "guessed":
            act = await person.press("I guessed")
        else:
            act = await person.use(f"/quiz {word}", **_learner(word, rest))
        if person.modal is not None and not _shown(act):
            return person.modal.text
        await person.wait(lambda: _done(act), f"an answer to {text}")
        return "\n".join(one.text for one in _shown(act))

    async def speaks(self, who: str, locale: str) -> None:
        self._person(who, locale)

    async def public(self) -> list[str]:
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

    async def _moderates(self, person: Person, text: str) -> Act:
        name, _, rest = text.partition(" ")
        sub = sub_of(MODERATORS, name)
        assert sub is not None, name
        path = f"/quiz-admin {sub.within} {name}" if sub.within else f"/quiz-admin {name}"
        if name == "setup" and rest:
            return await person.use(path, **_setup(rest.split()))
        if sub.options and sub.options[0].takes is Takes.PERSON and rest:
            who, _, why = rest.partition(" ")
            said: dict[str, Any] = {"why": why} if why else {}
            return await person.use(path, who=self._person(who).user, **said)
        wanted = [one for one in sub.options if one.required and one.takes is Takes.TEXT] or list(sub.options)
        given: dict[str, Any] = {wanted[0].name: rest} if rest else {}
        return await person.use(path, **given)

    async def _answers(self, person: Person, said: str) -> Act:
        """The *Answer* button of the newest card, and what it opens; a command where there is no button any more."""
        try:
            act = await person.press("Answer")
        except NotThere:
            return await person.use("/quiz answer", answer=said)
        if person.modal is None:
            return act
        label = person.modal.labels[0]
        return await person.modal.fill({label: said}).submit()

    async def _reviews(self, person: Person, said: str) -> Act:
        """The command opens an editor where something is due."""
        act = await person.use("/quiz review")
        if person.modal is None or not said:
            return act
        return await person.modal.fill({person.modal.labels[0]: said}).submit()


def _setup(words: list[str]) -> dict[str, Any]:
    """Days, time and zone have options of their own; the other words of a schedule are handed over as they are."""
    given = dict(zip(("days", "at", "zone"), [one for one in words if "=" not in one], strict=False))
    return given | {"more": " ".join(one for one in words if "=" in one)}


def _learner(word: str, rest: str) -> dict[str, Any]:
    """A learner's words as the options of their command."""
    if word == "report" and rest:
        return {"what": rest}
    if word == "board" and rest:
        return {"topic": rest.removeprefix("topic ")} if rest.startswith("topic ") else {"which": rest}
    if word == "privacy" and rest:
        how, _, alias = rest.partition(" ")
        return {"how": how, **({"alias": alias} if alias else {})}
    if word == "hint" and rest == "answer":
        return {"show-answer": True}
    if word == "settings" and rest:
        return {"zone": rest.removeprefix("zone ")}
    return {}


def _shown(act: Act) -> list[Seen]:
    return [one for one in (act.shown, *act.follow_ups) if one is not None]


def _done(act: Act) -> bool:
    """Whether nothing of it is still thinking."""
    seen = _shown(act)
    return bool(seen) and not any(one.thinking for one in seen)
