"""A chat on paper: everything published is kept, and deeds are spoken in by the test."""

import asyncio
from dataclasses import dataclass

from bot.core.messages import Accept, Ask, Correct, Deed, Note, Show, View
from bot.core.ports import Hear
from bot.quiz.errors import Busy, Gone
from bot.quiz.ids import Place, Ref


@dataclass(slots=True)
class Post:
    """One public message and everything it ever showed."""

    place: Place
    key: str
    under: Ref | None
    views: list[View]

    @property
    def view(self) -> View:
        """What it shows now."""
        return self.views[-1]


class PaperChat:
    """Keeps the port `Chat`; it cheats by having no people, only a test that speaks for them."""

    def __init__(self) -> None:
        self.posts: dict[Ref, Post] = {}
        self.breaks_before = 0
        """So many of the next publications fail before the message is there."""
        self.breaks_after = 0
        """... or after, so that the answer of the platform is lost."""
        self._hear: Hear | None = None
        self._end = asyncio.Event()

    async def listen(self, hear: Hear) -> None:
        """Until `leave`."""
        self._hear = hear
        await self._end.wait()

    def leave(self) -> None:
        """The chat ends."""
        self._end.set()

    async def publish(self, place: Place, view: View, *, key: str, under: Ref | None = None) -> Ref:
        """Keep a message, one a key."""
        ref = Ref(f"paper:{key}")
        if self.breaks_before:
            self.breaks_before -= 1
            raise Busy("The paper chat was told to fail.", seconds=1)
        self.posts.setdefault(ref, Post(place=place, key=key, under=under, views=[view]))
        if self.breaks_after:
            self.breaks_after -= 1
            raise Busy("The paper chat was told to lose its answer.", seconds=1)
        return ref

    async def revise(self, ref: Ref, view: View) -> None:
        """Show something else."""
        if ref not in self.posts:
            raise Gone(f"Nothing was published as {ref}.")
        self.posts[ref].views.append(view)

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
            case Correct(message=message):
                return Note(message)
