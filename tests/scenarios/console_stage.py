"""The console as a stage."""

import asyncio
import io
from collections.abc import Mapping
from functools import partial

from bot.chats.console import ConsoleChat
from bot.core.hearing import hear
from bot.core.ports import Chat
from bot.core.world import World
from bot.quiz.ids import Address
from tests.scenarios.payloads import Payload


class ConsoleStage:
    """The real console, one for everybody to read and one for each to type at; forms stay open between two lines."""

    patience = 0.0

    def __init__(self) -> None:
        self._out = io.StringIO()
        self._walked = 0
        self._world: World | None = None
        self._chat = ConsoleChat(stdin=io.BytesIO(), stdout=self._out, me="mo", session="all")
        self._typing: dict[str, _Typing] = {}
        self._lives = 0

    @property
    def chats(self) -> Mapping[str, Chat]:
        return {"console": self._chat}

    async def opens(self, world: World) -> None:
        self._world = world

    async def closes(self) -> None:
        self._world = None
        self._typing.clear()
        self._lives += 1

    async def says(self, who: str, text: str) -> str:
        assert self._world is not None
        if who not in self._typing:
            self._typing[who] = _Typing(f"{who}-{self._lives}")
        await self._typing[who].says(self._world, f"{who}> {_typed(text)}\n")
        return self.alone(who)

    def alone(self, who: str) -> str:
        return self._typing[who].shown if who in self._typing else ""

    async def speaks(self, who: str, locale: str) -> None:
        """A console has no language of its own: they set theirs."""
        await self.says(who, f"settings language {locale}")

    def public(self) -> list[str]:
        return self._out.getvalue().split("bot> ")

    def sent(self) -> list[Payload]:
        """What everybody reads is written; what one person reads is their own screen."""
        said, self._walked = self._out.getvalue()[self._walked :], len(self._out.getvalue())
        return [Payload(what="the console", to=None, text=said)] if said else []

    def address(self, who: str) -> Address:
        return Address(f"console:{who}")


class _Typing:
    """Where one person types."""

    def __init__(self, session: str) -> None:
        self.shown = ""
        self._lines, self._out = io.BytesIO(), io.StringIO()
        self._chat = ConsoleChat(stdin=self._lines, stdout=self._out, me="mo", session=session)

    async def says(self, world: World, typed: str) -> None:
        """Type a message; `shown` is what comes of it."""
        at, read = self._out.tell(), self._lines.tell()
        self._lines.write(typed.encode())
        self._lines.seek(read)
        # A task of its own, as in the bot: what language it speaks there is not what the heart speaks.
        await asyncio.create_task(self._chat.listen(partial(hear, world)))
        self.shown = self._out.getvalue()[at:]


def _typed(text: str) -> str:
    """On a console, several lines of an answer stand in a block."""
    word, _, rest = text.partition("\n")
    between = " " if word == "review" else "\n"  # alone it asks what is due
    return f"{word}{between}```\n{rest}\n```" if rest else text
