"""People at their screens: they see what is theirs to see, and can do what is really there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from tests.loopback.discord import commanding
from tests.loopback.discord.acts import Act
from tests.loopback.discord.choosing import chosen
from tests.loopback.discord.commands import MESSAGE
from tests.loopback.discord.components import Kind
from tests.loopback.discord.entities import Attachment, Channel, ChannelType, Message, User
from tests.loopback.discord.errors import Json
from tests.loopback.discord.interactions import Did, Interaction
from tests.loopback.discord.messages import create
from tests.loopback.discord.modals import OpenModal
from tests.loopback.discord.permissions import allows
from tests.loopback.discord.rest.calls import Upload
from tests.loopback.discord.screens import NotThere, Seen

if TYPE_CHECKING:
    from tests.loopback.discord.guilds import Guild
    from tests.loopback.discord.server import DiscordServer

T = TypeVar("T")
Where = Seen | Message | None


class Person:
    """Somebody with a client. They start in the guild's first text channel; `go` takes them elsewhere."""

    def __init__(self, server: "DiscordServer", user: User, guild: "Guild") -> None:
        self.server = server
        self.user = user
        self.guild = guild
        self.name = user.name
        self.modal: OpenModal | None = None
        self._place: Channel | None = None
        self._dismissed: set[int] = set()

    @property
    def place(self) -> Channel:
        """The channel on their screen."""
        if self._place is None:
            self._place = next(iter(self.guild.channels.values()), None) or self.server.channel("general")
        return self._place

    def go(self, channel: Channel) -> "Person":
        """Look at a channel; NotThere when they may not see it."""
        if not allows(self.server.world.can(self.user, channel), "view_channel"):
            raise NotThere(f"{self.name} does not see #{channel.name}")
        self._place = channel
        return self

    def go_direct(self) -> "Person":
        """Look at the direct messages with the bot."""
        self._place = self.server.world.direct(self.user)
        return self

    def go_among_friends(self) -> "Person":
        """Look at a conversation the bot is not in: only commands they installed for themselves are offered."""
        self._place = self.server.world.group(self.user)
        return self

    def screen(self) -> list[Seen]:
        """What the channel shows them, oldest first."""
        return [
            Seen(one, self)
            for one in self.place.messages.values()
            if one.viewer in (None, self.user.id) and one.id not in self._dismissed
        ]

    def sees(self, fragment: str) -> Seen:
        """The newest message with a fragment; NotThere when there is none now."""
        found = next((one for one in reversed(self.screen()) if fragment in one.text), None)
        if found is None:
            raise NotThere(f"{self.name} sees no {fragment!r}: {[str(one) for one in self.screen()]}")
        return found

    async def reads(self, fragment: str) -> Seen:
        """Wait until a message with a fragment is there."""

        def look() -> Seen | None:
            return next((one for one in reversed(self.screen()) if fragment in one.text), None)

        return await self.wait(look, repr(fragment))

    async def wait(self, look: Callable[[], T | None], what: str) -> T:
        """Wait for something to be there, ten seconds of real time at most."""
        try:
            return await self.server.world.until(look)
        except TimeoutError:
            raise NotThere(f"{self.name} waited for {what}: {[str(one) for one in self.screen()]}") from None

    async def use(self, path: str, /, *, wait: bool = True, **options: Any) -> Act:
        """Use a slash command: `use("/quiz today", topic="lists")`; waits for the first answer."""
        found = commanding.find(self, path)
        return await self._do(Did.COMMAND, commanding.data(self, found, options), wait=wait)

    async def types(self, path: str, option: str, text: str, **others: Any) -> list[str]:
        """Type into an option that completes itself; the names that are offered."""
        found = commanding.find(self, path)
        known = {one["name"]: one for one in found.leaf.get("options") or []}
        if not known.get(option, {}).get("autocomplete"):
            raise NotThere(f"{path} does not complete {option!r}")
        data = commanding.data(self, found, {**others, option: text}, focused=option)
        act = await self._do(Did.AUTOCOMPLETE, data)
        return [one["name"] for one in act.interaction.choices or []]

    async def menu(self, name: str, on: Seen | Message, *, wait: bool = True) -> Act:
        """Use a message command of the context menu."""
        offered = [one for one in commanding.visible(self) if one["type"] == MESSAGE]
        found = next((one for one in offered if one["name"] == name), None)
        if found is None:
            raise NotThere(f"the menu has no {name!r}, only {[one['name'] for one in offered]}")
        message = self._on(on)
        told = self.server.world.message_payload(message)
        data: Json = {
            "id": found["id"],
            "name": name,
            "type": MESSAGE,
            "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): told}},
        }
        return await self._do(Did.COMMAND, data, wait=wait)

    async def press(self, label: str, on: Where = None, *, wait: bool = True) -> Act:
        """Press a button by its label: on a message, or on the newest message that has it."""
        seen = self._holding(on, lambda one: one.button(label), f"button {label!r}")
        return await self.push(seen.button(label), on=seen, wait=wait)

    async def push(self, button: Json, on: Seen, *, wait: bool = True) -> Act:
        """Press this button, of several with the same label."""
        seen = Seen(self._on(on), self)
        if button.get("disabled") or button not in seen.of(Kind.BUTTON):
            raise NotThere(f"it cannot be pressed: {button}")
        data = {"component_type": int(Kind.BUTTON), "custom_id": button["custom_id"], "id": button["id"]}
        return await self._do(Did.COMPONENT, data, message=seen.message, wait=wait)

    async def choose(self, *picks: Any, of: str = "", on: Where = None, wait: bool = True) -> Act:
        """Choose in a select: option labels, or users, roles, channels; `of` is its placeholder."""
        seen = self._holding(on, lambda one: one.select(of), f"select {of!r}")
        field = seen.select(of)
        resolved: Json = {}
        if len(picks) < field["min_values"]:
            raise NotThere(f"{field['min_values']} must be chosen")
        values = chosen(field, picks, self.server.world, resolved)
        data: Json = {"component_type": field["type"], "custom_id": field["custom_id"], "id": field["id"]}
        data |= {"values": values} | ({"resolved": resolved} if resolved else {})
        return await self._do(Did.COMPONENT, data, message=seen.message, wait=wait)

    async def fill(self, **values: Any) -> Act:
        """Fill the open modal by label and submit it; labels with spaces go to `modal.fill`."""
        if self.modal is None:
            raise NotThere(f"{self.name} has no modal open")
        return await self.modal.fill(values).submit()

    async def submitted(self, modal: OpenModal, did: Did, data: Json, *, wait: bool) -> Act:
        """Send a modal's form; the modal closes once it is answered."""
        cause = modal.interaction
        act = await self._do(did, data, message=cause.message, cause=cause, wait=False)
        if wait:
            await act.acknowledged()
            if not act.failed and self.modal is modal:
                self.modal = None
        return act

    def modal_came(self, interaction: Interaction) -> None:
        self.modal = OpenModal(interaction, self)

    def says(self, text: str) -> Message:
        """Write into the channel."""
        name = "send_messages_in_threads" if self.place.thread else "send_messages"
        if not allows(self.server.world.can(self.user, self.place), name):
            raise NotThere(f"{self.name} may not write in #{self.place.name}")
        return create(self.server.world, self.place, self.user, {"content": text}, {})

    def upload(self, file: Upload) -> Attachment:
        """Hand a file to Discord, for a modal or a command."""
        kept = Attachment(
            id=self.server.timeline.snowflake(),
            filename=file.filename,
            data=file.data,
            content_type=file.content_type,
            channel_id=self.place.id,
            ephemeral=True,
        )
        self.server.world.attachments[kept.id] = kept
        return kept

    def reacts(self, on: Seen | Message, emoji: str) -> None:
        message = self._on(on)
        message.reactions.setdefault(emoji, set()).add(self.user.id)
        self.server.world.tell.reaction("MESSAGE_REACTION_ADD", message, emoji, self.user)

    def dismiss(self, seen: Seen) -> None:
        """Dismiss a message that only they see."""
        if not seen.private:
            raise NotThere("a public message cannot be dismissed")
        self._dismissed.add(seen.message.id)

    def restart(self) -> None:
        """Start the client anew: the open modal and private messages are gone from the screen."""
        self.modal = None
        self._dismissed |= {one.message.id for one in self.screen() if one.private}

    def leave(self) -> None:
        """Leave the guild."""
        self.guild.remove_member(self.user)

    def _on(self, where: Seen | Message) -> Message:
        message = where.message if isinstance(where, Seen) else where
        if message not in [one.message for one in self.screen()]:
            raise NotThere(f"{self.name} does not see this message in #{self.place.name}")
        return message

    def _holding(self, on: Where, look: Callable[[Seen], object], what: str) -> Seen:
        """The message named, or the newest one where `look` finds something."""
        if on is not None:
            return Seen(self._on(on), self)
        for one in reversed(self.screen()):
            try:
                look(one)
            except NotThere:
                continue
            return one
        raise NotThere(f"{self.name} sees no {what}: {[str(one) for one in self.screen()]}")

    async def _do(
        self,
        did: Did,
        data: Json,
        *,
        message: Message | None = None,
        cause: Interaction | None = None,
        wait: bool = True,
    ) -> Act:
        if self.place.guild_id and self.user.id not in self.guild.members:
            raise NotThere(f"{self.name} is no longer in {self.guild.name}")
        own = self.place.kind is ChannelType.GROUP
        interaction = self.server.interactions.begin(
            did, self.user, self.place, data, message=message, cause=cause, own=own
        )
        act = Act(interaction, self)
        return await act.acknowledged() if wait else act
