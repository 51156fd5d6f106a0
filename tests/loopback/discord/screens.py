"""What one person sees of a message."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.loopback.discord.components import LINK, SELECTS, Kind, media, texts, walk
from tests.loopback.discord.entities import Attachment, Message, MessageFlags
from tests.loopback.discord.errors import Json

if TYPE_CHECKING:
    from tests.loopback.discord.people import Person


class NotThere(AssertionError):
    """It is not on the person's screen, or their client does not let them; says what is there instead."""


@dataclass(frozen=True, slots=True)
class Picture:
    url: str
    alt: str | None
    spoiler: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A message on somebody's screen. It shows the message as it is now, also after edits."""

    message: Message
    person: "Person"

    @property
    def text(self) -> str:
        """Everything that can be read: content, embeds, text displays."""
        embeds = [str(one.get(key) or "") for one in self.message.embeds for key in ("title", "description")]
        fields = [f"{each['name']}\n{each['value']}" for one in self.message.embeds for each in one.get("fields") or []]
        parts = [self.message.content, *embeds, *fields, *texts(self.message.components)]
        return "\n".join(part for part in parts if part)

    @property
    def private(self) -> bool:
        """Only this person sees it."""
        return self.message.viewer is not None

    @property
    def thinking(self) -> bool:
        return self.message.has(MessageFlags.LOADING)

    @property
    def gone(self) -> bool:
        """It was deleted."""
        return self.message.id not in self.person.server.world.channel(self.message.channel_id).messages

    @property
    def buttons(self) -> list[str]:
        """Labels (or emoji) of the buttons that can be pressed, links left out."""
        return [caption(one) for one in self.of(Kind.BUTTON) if not one.get("disabled") and one["style"] != LINK]

    @property
    def links(self) -> dict[str, str]:
        """URLs of link buttons by label."""
        return {caption(one): one["url"] for one in self.of(Kind.BUTTON) if one["style"] == LINK}

    @property
    def selects(self) -> list[str]:
        """Placeholders of the selects that can be used."""
        return [one.get("placeholder", "") for one in self.of(*SELECTS) if not one.get("disabled")]

    def options(self, placeholder: str = "") -> list[str]:
        """Labels of a select's options."""
        return [one["label"] for one in self.select(placeholder).get("options", [])]

    @property
    def pictures(self) -> list[Picture]:
        """Images and media with their alt texts."""
        shown = [item for _, one in walk(self.message.components) for item in media(one)]
        pictures = [Picture(item["media"]["url"], item.get("description"), bool(item.get("spoiler"))) for item in shown]
        loose = [] if self.message.has(MessageFlags.COMPONENTS_V2) else self.message.attachments
        return pictures + [Picture(one.url, one.description, one.spoiler) for one in loose]

    @property
    def files(self) -> list[Attachment]:
        return self.message.attachments

    @property
    def pinged(self) -> bool:
        """Whether the message notified this person."""
        member = self.person.guild.members.get(self.person.user.id)
        roles = member.roles if member else set()
        return bool(self.message.pings & {0, self.person.user.id, *roles})

    def of(self, *kinds: Kind) -> list[Json]:
        """Its components of some kinds."""
        return [one for _, one in walk(self.message.components) if one["type"] in kinds]

    def button(self, label: str) -> Json:
        """A button that can be pressed; NotThere otherwise."""
        found = [one for one in self.of(Kind.BUTTON) if caption(one) == label]
        if not found:
            raise NotThere(f"there is no button {label!r}, only {self.buttons} under {self.text!r}")
        if found[0].get("disabled"):
            raise NotThere(f"the button {label!r} is disabled")
        if found[0]["style"] == LINK:
            raise NotThere(f"the button {label!r} is a link")
        return found[0]

    def select(self, placeholder: str = "") -> Json:
        """A select by its placeholder, or the only one; NotThere otherwise."""
        usable = [one for one in self.of(*SELECTS) if not one.get("disabled")]
        found = [one for one in usable if placeholder in ("", one.get("placeholder"))]
        if len(found) != 1:
            raise NotThere(f"{len(found)} selects fit {placeholder!r}: there are {self.selects}")
        return found[0]

    def __str__(self) -> str:
        return f"{self.text}\n{self.buttons}{' (only you can see this)' if self.private else ''}"


def caption(button: Json) -> str:
    """What stands on a button."""
    return str(button.get("label") or (button.get("emoji") or {}).get("name") or "")
