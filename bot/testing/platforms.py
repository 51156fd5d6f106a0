"""What stands behind a chat and outlives every bot: the messages people see, and a law to test an adapter by."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.languages import spoken
from bot.core.messages import View
from bot.core.ports import Chat, Clock
from bot.quiz.errors import Gone, Refused
from bot.quiz.ids import Place, Ref


class Point(StrEnum):
    """Where a publication can be interrupted."""

    BEFORE = "before"
    """Nothing has arrived."""
    DURING = "during"
    """The message is there, and the platform's answer never comes back."""
    AFTER = "after"
    """The answer came back, and the bot ends before it could write it down."""


class Platform(Protocol):
    """A test's hold on the platform behind an adapter."""

    def chat(self) -> Chat:
        """An adapter that knows nothing yet, as after a restart."""
        ...

    def interrupt(self, point: Point) -> None:
        """The next publication of any adapter ends there, with whatever exception."""
        ...

    def count(self, key: str) -> int:
        """How many messages people see that were published under a key."""
        ...


@dataclass(slots=True)
class Post:
    """One public message and everything it ever showed."""

    place: Place
    key: str
    under: Ref | None
    views: list[View]
    languages: list[str]
    """What was spoken when each was shown."""

    @property
    def view(self) -> View:
        """What it shows now."""
        return self.views[-1]


class Paper:
    """A platform on paper. Like the real ones it has a history to look into, and knows a nonce for a few minutes.

    Args:
        clock: how old a nonce is; without one, nonces are not looked at.
    """

    NONCE = timedelta(minutes=5)

    def __init__(self, clock: Clock | None = None) -> None:
        self.posts: dict[Ref, Post] = {}
        self.frozen = False
        """Old messages cannot be edited any more."""
        self.closed_places: dict[Place, Gone | Refused] = {}
        self._clock = clock
        self._nonces: dict[str, tuple[Ref, datetime]] = {}

    def find(self, place: Place, key: str) -> Ref | None:
        """Look through the history of a place for a message that carries a key."""
        self._enter(place)
        return next((ref for ref, post in self.posts.items() if (post.place, post.key) == (place, key)), None)

    def send(self, place: Place, view: View, *, key: str, under: Ref | None, nonce: bool) -> Ref:
        """Put a message there; a nonce seen in the last minutes returns the message it was for."""
        self._enter(place)
        if nonce and self._clock is not None and (known := self._nonces.get(key)):
            ref, at = known
            if self._clock.now() - at < self.NONCE:
                return ref
        ref = Ref(f"paper:{len(self.posts) + 1}")
        self.posts[ref] = Post(place=place, key=key, under=under, views=[view], languages=[spoken()])
        if self._clock is not None:
            self._nonces[key] = ref, self._clock.now()
        return ref

    def edit(self, ref: Ref, view: View) -> None:
        """Show something else in an old message."""
        if ref not in self.posts:
            raise Gone(f"Nothing was published as {ref}.")
        self._enter(self.posts[ref].place)
        if self.frozen:
            raise Refused("Messages here can no longer be edited.")
        self.posts[ref].views.append(view)
        self.posts[ref].languages.append(spoken())

    def count(self, key: str) -> int:
        """How many messages carry a key."""
        return sum(post.key == key for post in self.posts.values())

    def _enter(self, place: Place) -> None:
        if place in self.closed_places:
            raise self.closed_places[place]
