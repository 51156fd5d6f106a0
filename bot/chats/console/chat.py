"""The port `Chat` on standard input and output."""

import asyncio
import getpass
import logging
import os
import secrets
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from textwrap import indent
from typing import BinaryIO, Self, TextIO

from bot.chats.console.inbox import Inbox, Leave, Said
from bot.chats.console.pages import asked
from bot.chats.console.render import review, text
from bot.core import typed, words
from bot.core.cards import QuestionCard, RevealCard
from bot.core.languages import explained, say, speak, spoken
from bot.core.messages import REVIEW, Accept, Answer, Ask, Correct, Fill, Filled, Note, Show, View
from bot.core.ports import Hear
from bot.core.queueing import telling
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import ScheduleMistake, Trouble
from bot.quiz.ids import Address, Place, Ref
from bot.quiz.setups import zone_named

log = logging.getLogger(__name__)

LINE_BYTES = 1024 * 1024


class ConsoleChat:
    """Keeps the port `Chat` for whoever sits at this console.

    Args:
        stdin: where messages come from, one line each.
        stdout: where views go.
        place: the console's name among places.
        me: who speaks when a line does not say.
        session: makes submission ids unique between two starts.
        first: the number of the first answer; a second delivery repeats it.
        pretty: draw for a terminal instead of writing plain text.
        echo: repeat each line that is read, so that a piped conversation can be followed.
        zone: the time zone of whoever sits here.
    """

    def __init__(  # noqa: PLR0913 - a console is told everything; a server knows its people itself
        self,
        *,
        stdin: BinaryIO,
        stdout: TextIO,
        place: Place = Place("console"),  # noqa: B008 - a NewType call is a constant
        me: str = "you",
        session: str | None = None,
        first: int = 1,
        pretty: bool = False,
        echo: bool = False,
        zone: str = "",
    ) -> None:
        self._stdin, self._stdout = stdin, stdout
        self._me, self._pretty, self._echo = clean_name(me), pretty, echo
        self._inbox = Inbox(place=place, me=self._me, session=session or secrets.token_hex(4), first=first, zone=zone)
        self._spoken: dict[str, str] = {}
        self._published: dict[str, Ref] = {}
        self._shown: dict[Ref, View] = {}
        self._draw = _terminal(stdout) if pretty else None

    @classmethod
    def here(cls) -> Self:
        """The console this process was started in; drawn for a terminal when it is one."""
        pretty = sys.stdin.isatty() and sys.stdout.isatty()
        try:
            me = getpass.getuser()
        except (KeyError, OSError):  # a container's uid need not have a name
            me = "you"
        # A reader of our own: Python waits at its end for the lock of sys.stdin, which a blocked read would still hold.
        stdin = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115 - for the whole process
        return cls(stdin=stdin, stdout=sys.stdout, me=me, pretty=pretty, zone=_zone_here())

    async def listen(self, hear: Hear) -> None:
        """Answer message after message until the input ends; each is answered whole before the next is read."""
        lines = _Lines(self._stdin)
        while True:
            self._prompt()
            raw = await lines.next()
            said = self._line(raw) if raw else self._inbox.end()
            if isinstance(said, Leave):
                return
            if said is not None:
                await self._answer(said, hear)
            if not raw:
                return

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:  # noqa: ARG002
        """Show a view to everybody, or in a private place to one, once a key."""
        if key not in self._published:
            ref = self._published[key] = Ref(f"console:{key}")
            self._shown[ref] = view
            _, private, name = place.partition(":@")
            self._say(say(typed.ONLY_THEY_SEE, name=name) if private else "bot> ", view)
        return self._published[key]

    async def revise(self, ref: Ref, view: View) -> None:
        """Show what changed; a terminal's past cannot be rewritten, so a closed card is one line."""
        before, self._shown[ref] = self._shown.get(ref), view
        if isinstance(view, RevealCard):
            if before != view:
                self._say("bot> ", view)
        elif isinstance(view, QuestionCard) and view.closed:
            if not (isinstance(before, QuestionCard) and before.closed):
                self._say("bot> ", Note(say(words.CLOSED_NOW, title=view.title)))
        elif before != view:
            self._say(say(typed.CHANGED), view)

    async def lacks(self, place: Place, *, thread: bool = False) -> Sequence[str]:  # noqa: ARG002
        """Nothing; whoever sits here may do everything."""
        return ()

    async def present(self, place: Place, address: Address) -> bool:  # noqa: ARG002
        """Nobody leaves a console for good."""
        return True

    async def private(self, address: Address) -> Place:
        """What is published there is headed by the one person who would read it in any other chat."""
        return Place(f"console:@{address.partition(':')[2]}")

    def ready(self) -> bool:
        """A console is always there."""
        return True

    def _line(self, raw: bytes) -> Said | Leave | None:
        if len(raw) > LINE_BYTES:
            return self._inbox.unreadable(typed.LINE_TOO_LONG)
        try:
            line = raw.decode()
        except UnicodeDecodeError:
            return self._inbox.unreadable(typed.LINE_NOT_TEXT)
        if self._echo:
            self._stdout.write(line if line.endswith("\n") else f"{line}\n")
        return self._inbox.line(line)

    async def _answer(self, said: Said, hear: Hear) -> None:
        speak(self._spoken.get(said.name, ""))
        if said.deed is None:
            self._privately(said.name, Note(explained(said.note)))
            return
        try:
            answer = await hear(said.deed)
            self._spoken[said.name] = spoken()
            if isinstance(said.deed, Filled) and not isinstance(answer, Correct):
                self._inbox.sent(said.name)
            await self._show(said.name, answer)
        except Trouble as trouble:
            self._privately(said.name, Note(explained(trouble)))
        except Exception:
            log.exception("console.broken")
            self._privately(said.name, Note(say(words.BROKEN)))

    async def _show(self, name: str, answer: Answer) -> None:
        match answer:
            case Accept(then=then):
                with telling(partial(self._privately, name)):
                    view = await then()
                self._privately(name, view)
            case Show(view=view, then=then):
                self._privately(name, view)
                if then is not None:
                    self._privately(name, await then())
            case Ask(card=card, to=to):  # letters are typed here, and they are everybody's
                self._privately(name, Note(review(card.as_asked)) if to == REVIEW else card.as_asked)
            case Fill(form=form):
                self._inbox.fill(name, form)
                self._privately(name, asked(form))
            case Correct(message=message):
                self._privately(name, Note(message))

    def _privately(self, name: str, view: View) -> None:
        self._say(say(typed.ONLY_THEY_SEE, name=name), view)

    def _say(self, head: str, view: View) -> None:
        if self._draw is not None:
            self._stdout.write(f"{head}\n")
            self._draw(view)
            return
        body = text(view)
        first, _, rest = body.partition("\n")
        self._stdout.write(f"{head}{first}\n")
        if rest:
            self._stdout.write(indent(rest, "  ") + "\n")
        self._stdout.flush()

    def _prompt(self) -> None:
        if self._pretty:
            self._stdout.write("… " if self._inbox.in_block else "› ")
            self._stdout.flush()


def _zone_here() -> str:
    """The machine's IANA zone; empty where it does not say, as in most containers."""
    named = os.environ.get("TZ", "").removeprefix(":")
    with suppress(OSError):
        named = named or str(Path("/etc/localtime").readlink()).partition("zoneinfo/")[2]
    try:
        return zone_named(named)
    except ScheduleMistake:
        return ""


class _Lines:
    """Reads in a thread that may die with the process: a blocked read of a terminal cannot be cancelled.

    It reads one line ahead and no more, so that a large file on standard input is not held in memory.
    """

    def __init__(self, stdin: BinaryIO) -> None:
        self._stdin, self._loop = stdin, asyncio.get_running_loop()
        self._read: asyncio.Queue[bytes] = asyncio.Queue()
        self._room = threading.Semaphore(1)
        threading.Thread(target=self._follow, name="console input", daemon=True).start()

    async def next(self) -> bytes:
        """The next line; empty at the end."""
        raw = await self._read.get()
        self._room.release()
        return raw

    def _follow(self) -> None:
        with suppress(RuntimeError, OSError, ValueError):  # the loop has ended, or the input was closed under us
            raw = b"go"
            while raw:
                self._room.acquire()
                raw = _whole_line(self._stdin)
                self._loop.call_soon_threadsafe(self._read.put_nowait, raw)


def _whole_line(stdin: BinaryIO) -> bytes:
    """One line; of a line over the bound only its beginning is kept, and its rest is read away."""
    raw = stdin.readline(LINE_BYTES + 2)
    rest = raw
    while len(raw) > LINE_BYTES and not rest.endswith(b"\n") and rest:
        rest = stdin.readline(LINE_BYTES)
    return raw


def _terminal(stdout: TextIO) -> Callable[[View], None]:
    from rich.console import Console

    from bot.chats.console.pretty import renderable

    console = Console(file=stdout)
    return lambda view: console.print(renderable(view))
