"""A chat on paper: everything published is kept, and deeds are spoken in by the test."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.core.messages import Accept, Ask, Correct, Deed, Fill, Note, Show, View
from bot.core.pages import Page
from bot.core.ports import Hear
from bot.quiz.errors import Busy, Refused
from bot.quiz.ids import Address, Place, Ref
from bot.testing.platforms import Paper, Point, Post


async def _go_on(_point: Point) -> None:
    """Nothing happens there."""


class PaperChat:
    """Keeps the port `Chat`; it cheats by having no people, only a test that speaks for them.

    Args:
        paper: the platform; its own by default, shared where a bot is started again.
        nonce: send with the key as nonce.
        history: look for the key before sending.
        at: awaited at each point of a publication; what it raises interrupts it there.
    """

    def __init__(
        self,
        paper: Paper | None = None,
        *,
        nonce: bool = True,
        history: bool = True,
        at: Callable[[Point], Awaitable[None]] = _go_on,
    ) -> None:
        self.paper = paper or Paper()
        self.missing: dict[Place, Sequence[str]] = {}
        """What must be changed in a place."""
        self.threads: Sequence[str] = ()
        """... before threads can be opened anywhere."""
        self.left: set[Address] = set()
        """Who is not among the people any more."""
        self.deaf: set[Address] = set()
        """Who takes no private messages."""
        self.breaks_before = 0
        """So many of the next publications fail before the message is there."""
        self.breaks_after = 0
        """... or after, so that the answer of the platform is lost."""
        self._nonce, self._history, self._at = nonce, history, at
        self._hear: Hear | None = None
        self._end = asyncio.Event()

    @property
    def posts(self) -> dict[Ref, Post]:
        """Everything people see, oldest first."""
        return self.paper.posts

    async def listen(self, hear: Hear) -> None:
        """Until `leave`."""
        self._hear = hear
        await self._end.wait()

    def leave(self) -> None:
        """The chat ends."""
        self._end.set()

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:
        """Keep a message, one a key: looked up first, then sent with a nonce."""
        if self.breaks_before:
            self.breaks_before -= 1
            raise Busy("The paper chat was told to fail.", seconds=1)
        await self._at(Point.BEFORE)
        ref = self.paper.find(place, key) if self._history else None
        if ref is None:
            await asyncio.sleep(0)  # another process may send just now
            ref = self.paper.send(place, view, key=key, under=under, nonce=self._nonce)
        if self.breaks_after:
            self.breaks_after -= 1
            raise Busy("The paper chat was told to lose its answer.", seconds=1)
        await self._at(Point.DURING)
        await asyncio.sleep(0)
        await self._at(Point.AFTER)
        return ref

    async def revise(self, ref: Ref, view: View) -> None:
        """Show something else."""
        self.paper.edit(ref, view)

    async def lacks(self, place: Place, *, thread: bool = False) -> Sequence[str]:
        """What the test says."""
        return [*self.missing.get(place, ()), *(self.threads if thread else ())]

    async def present(self, place: Place, address: Address) -> bool:  # noqa: ARG002
        """Until the test says that they left."""
        return address not in self.left

    async def private(self, address: Address) -> Place:
        """A sheet of their own, unless the test says that they take none."""
        if address in self.deaf:
            raise Refused(f"{address} takes no messages from us.")
        return Place(f"paper:@{address}")

    def ready(self) -> bool:
        """Paper is patient."""
        return True

    async def says(self, hear: Hear, deed: Deed) -> View:
        """One person does something; returns what they are shown in the end."""
        match await hear(deed):
            case Accept(then=then):
                return await then()
            case Show(view=view, then=then):
                return view if then is None else await then()
            case Ask(card=card):
                return card
            case Fill(form=form):
                return Page(title=form.title, text=form.about)
            case Correct(message=message):
                return Note(message)
