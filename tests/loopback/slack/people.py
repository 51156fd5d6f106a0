"""People: they do only what their screen lets them do."""

from tests.loopback.slack import payloads
from tests.loopback.slack.acks import Ack, Silence
from tests.loopback.slack.blocks import MANY, ONE, PICKED, PRESSED, TYPED, Control, controls, filled
from tests.loopback.slack.forms import NotThere, Unfilled, answered, refusal, typographic
from tests.loopback.slack.readers import Reader
from tests.loopback.slack.screens import Surface, offers
from tests.loopback.slack.shapes import message_shape, state_shape, view_shape
from tests.loopback.slack.submissions import settle
from tests.loopback.slack.triggers import ResponseUrl
from tests.loopback.slack.typed import command_text, message_blocks, message_text
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Channel, Message

WORDS = {
    "timeout": "operation_timeout",
    "dispatch_failed": "dispatch_failed",
    "http_error": "http_service_error",
    "connection_failed": "http_service_error",
}
"""What Slack shows a person for a command nobody acknowledged."""


class Person(Reader):
    """Somebody at a Slack client. Verbs wait until the app has acknowledged or Slack has given up."""

    # ---- doing ------------------------------------------------------------------------------------------

    async def types(self, text: str) -> Ack | Silence | None:
        """A command when it begins with one the app has, an ordinary message otherwise."""
        if self.modal:
            raise NotThere("a modal covers the message field")
        name, _, rest = text.partition(" ")
        if not name.startswith("/"):
            await self.says(text)
            return None
        if name not in self.by.app.commands or "commands" not in self.by.scopes:
            raise NotThere(f"Slack knows no {name}")
        channel = self._here()
        said = command_text(rest, self.by.workspace, escape=self.by.app.escapes)
        url = self.response_url(channel, None)
        payload = payloads.command(
            self.by, self.user, channel, name=name, text=said, trigger=self.slack.triggers.new(self.id), url=url
        )
        outcome = await self._deliver("command", payload)
        if isinstance(outcome, Silence):
            self._notice(f"{name} failed with the error “{WORDS[outcome.reason]}”")
        else:
            self._show(outcome, url)
        return outcome

    async def presses(self, label: str, *, on: Message | None = None) -> Ack | Silence:
        """A button, on the modal, the home, a message, or the newest message that has it."""
        surface, control = self.screen.surface(
            on, lambda one: one.kind in PRESSED and one.label == label, f"button “{label}”"
        )
        return await self._act(surface, control, {key: control.element[key] for key in ("text",)})

    async def chooses(self, *words: str, under: str = "", on: Message | None = None) -> Ack | Silence | None:
        """Options by their words; of several, exactly these. Inside a form nobody is told before it is sent."""
        surface, control = self.screen.surface(
            on,
            lambda one: (
                one.kind in ONE | MANY and under in {"", one.label} and all(offers(one, word) for word in words)
            ),
            f"choice of {list(words)} under “{under}”",
        )
        return await self._answer(surface, control, list(words) if control.kind in MANY else words[0])

    async def fills(
        self, label: str, value: object, *, on: Message | None = None, smart: bool = False
    ) -> Ack | Silence | None:
        """A field by its label: text, or what a picker picks; `smart` lets the client set quotes and dots nicely."""
        surface, control = self.screen.surface(
            on, lambda one: one.kind in TYPED | PICKED.keys() and one.label == label, f"field “{label}”"
        )
        return await self._answer(surface, control, typographic(str(value)) if smart else value)

    async def attaches(self, label: str, name: str, content: bytes) -> None:
        """A file of theirs, in the field with that label."""
        surface, control = self.screen.surface(
            None, lambda one: one.kind == "file_input" and one.label == label, f"field for files “{label}”"
        )
        allowed = control.element.get("filetypes")
        if allowed and name.rpartition(".")[2] not in allowed:
            raise NotThere(f"“{label}” takes {allowed}, not {name}")
        held = surface.values[control.key]["files"]
        if len(held) >= control.element.get("max_files", 10):
            raise NotThere(f"“{label}” takes no more files")
        file = self.slack.files.new(self.by.workspace, name=name, owner=self.id, content=content)
        surface.values[control.key] = {"type": "file_input", "files": [*held, file.shape(self.slack.address)]}

    async def submits(self) -> Ack | Silence:
        """The modal on top, when the client lets them.

        Raises:
            NotThere: there is no modal, or it has no submit button.
            Unfilled: a field is empty, too short or too long.
        """
        view = self.modal
        if view is None or not view.content.get("submit"):
            raise NotThere("there is nothing to submit")
        for control in controls(view.content["blocks"]):
            if why := refusal(control, view.values.get(control.key, {})):
                raise Unfilled(why)
        payload = payloads.submission(self.by, self.user, view, trigger=self.slack.triggers.new(self.id))
        outcome = await self._deliver("interaction", payload)
        settle(self, view, outcome)
        self.slack.changes.tell()
        return outcome

    async def closes(self, *, everything: bool = False) -> None:
        """The modal on top by its cross, or all of them; the app is told when it asked for that."""
        stack = self.by.workspace.stacks.get(self.id) or []
        if not stack:
            raise NotThere("there is no modal")
        gone = list(stack) if everything else stack[-1:]
        for view in reversed(gone):
            stack.remove(view)
            if view.content.get("notify_on_close"):
                await self._deliver("interaction", payloads.closed(self.by, self.user, view, cleared=everything))
        self.slack.changes.tell()

    # ---- elsewhere --------------------------------------------------------------------------------------

    async def says(self, text: str, *, under: Message | None = None) -> Message:
        """An ordinary message; the app hears of it as far as it subscribed.

        `@askling` becomes a mention, ``` sets code apart, `&`, `<` and `>` are escaped in its text, not in its blocks.
        """
        channel = self._here()
        mention, told = f"<@{self.by.user}>", message_text(text, self.by.workspace)
        message = Message(
            ts=self.slack.mint.ts(self.slack.clock.now()),
            channel=channel.id,
            user=self.id,
            text=told,
            blocks=filled(message_blocks(told), self.slack.mint),
            thread_ts=(under.thread_ts or under.ts) if under else "",
        )
        channel.messages.append(message)
        self.slack.changes.tell()
        shape = message_shape(message) | {"channel": channel.id, "event_ts": message.ts}
        if self.by.user in channel.members:
            await self._tell(f"message.{channel.kind}", shape | {"channel_type": channel.kind.singular})
            if mention in message.text:
                await self._tell("app_mention", shape | {"type": "app_mention"})
        return message

    async def rewrites(self, message: Message, text: str) -> None:
        """A message of their own says something else."""
        if message.user != self.id:
            raise NotThere("it is somebody else's")
        before = message_shape(message)
        message.history.append(message.text)
        message.text = message_text(text, self.by.workspace)
        message.blocks = filled(message_blocks(message.text), self.slack.mint)
        message.edited = self.slack.mint.ts(self.slack.clock.now())
        self.slack.changes.tell()
        inner = {"subtype": "message_changed", "message": message_shape(message), "previous_message": before}
        await self._changed(message, inner)

    async def withdraws(self, message: Message) -> None:
        """A message of their own is gone."""
        if message.user != self.id:
            raise NotThere("it is somebody else's")
        channel = self.by.workspace.channels[message.channel]
        channel.messages.remove(message)
        self.slack.changes.tell()
        inner = {"subtype": "message_deleted", "deleted_ts": message.ts, "previous_message": message_shape(message)}
        await self._changed(message, inner)

    async def _changed(self, message: Message, inner: Json) -> None:
        channel = self.by.workspace.channels[message.channel]
        ts = self.slack.mint.ts(self.slack.clock.now())
        frame = {"type": "message", "channel": channel.id, "channel_type": channel.kind.singular}
        if self.by.user in channel.members:
            await self._tell(f"message.{channel.kind}", frame | inner | {"ts": ts, "event_ts": ts, "hidden": True})

    async def opens_home(self) -> None:
        """The app's home tab; the app hears of it."""
        self.screen.at = None
        channel = self.slack.direct(self.by.workspace, self.by.user, self.id)
        opened = {"type": "app_home_opened", "user": self.id, "channel": channel.id, "tab": "home"}
        view = {"view": view_shape(self.screen.home, self.by)} if self.screen.home else {}
        await self._tell("app_home_opened", opened | view | {"event_ts": self.slack.mint.ts(self.slack.clock.now())})

    async def opens_direct(self) -> Channel:
        """The direct conversation with the app (its Messages tab)."""
        self.screen.at = self.slack.direct(self.by.workspace, self.by.user, self.id)
        return self.screen.at

    async def shortcut(self, name: str, *, on: Message | None = None) -> Ack | Silence:
        """From the shortcuts menu, or from the menu of a message."""
        kind = "message" if on else "global"
        known = next((one for one in self.by.app.shortcuts if (one.name, one.kind) == (name, kind)), None)
        if known is None or (on and on not in self.messages(self.by.workspace.channels[on.channel])):
            raise NotThere(f"no {kind} shortcut “{name}”")
        more = {
            "callback_id": known.callback_id,
            "trigger_id": self.slack.triggers.new(self.id),
            "action_ts": self.slack.mint.ts(self.slack.clock.now()),
        }
        if on is None:
            return await self._deliver("interaction", payloads.shortcut(self.by, self.user, **more))
        channel = self.by.workspace.channels[on.channel]
        more["response_url"] = self.response_url(channel, on)
        shape = message_shape(on, self.by)
        return await self._deliver("interaction", payloads.message_shortcut(self.by, self.user, channel, shape, **more))

    async def _tell(self, name: str, inner: Json) -> None:
        if name in self.by.app.events:
            await self.slack.happens(inner, by=self.by)

    # ---- behind it --------------------------------------------------------------------------------------

    def _here(self) -> Channel:
        if self.screen.at is None:
            raise NotThere("the home has no message field")
        return self.screen.at

    async def _answer(self, surface: Surface, control: Control, value: object) -> Ack | Silence | None:
        given = answered(control, value)
        if control.kind != "overflow":
            surface.values[control.key] = given
        if control.is_input:
            return None
        return await self._act(surface, control, {key: held for key, held in given.items() if key != "type"})

    async def _act(self, surface: Surface, control: Control, what: Json) -> Ack | Silence:
        now = self.slack.mint.ts(self.slack.clock.now())
        copied = {key: control.element[key] for key in ("value", "style", "url") if key in control.element}
        action = {"action_id": control.action_id, "block_id": control.block_id, "type": control.kind}
        actions = [action | copied | what | {"action_ts": now}]
        trigger = self.slack.triggers.new(self.id)
        if surface.view:
            payload = payloads.view_actions(self.by, self.user, surface.view, actions=actions, trigger_id=trigger)
        else:
            payload = self._on_message(surface, actions, trigger)
        outcome = await self._deliver("interaction", payload)
        if isinstance(outcome, Silence):
            self._notice("⚠ That didn’t work. Try again.")
        return outcome

    def _on_message(self, surface: Surface, actions: list[Json], trigger: str) -> Json:
        message = surface.message
        assert message is not None
        channel = self.by.workspace.channels[message.channel]
        return payloads.message_actions(
            self.by,
            self.user,
            channel,
            message_shape(message, self.by),
            ephemeral=bool(message.only),
            state=state_shape(surface.values),
            actions=actions,
            trigger_id=trigger,
            response_url=self.response_url(channel, message),
        )

    def response_url(self, channel: Channel, source: Message | None = None) -> str:
        """A way back to them, as a command or a press on `source` brings along."""
        born = self.slack.clock.now()
        return self.slack.responses.new(
            ResponseUrl(by=self.by, channel=channel, user=self.id, source=source, born=born)
        )

    def _show(self, ack: Ack, url: str) -> None:
        """An acknowledgement can carry a message."""
        body = {"text": ack.body} if isinstance(ack.body, str) else ack.body
        if body and (body.get("text") or body.get("blocks")):
            self.slack.responses.say(self.slack.responses.urls[url.rsplit("/", 1)[-1]], body)
            self.slack.changes.tell()

    def _notice(self, words: str) -> None:
        self.notices.append(words)
        self.slack.changes.tell()

    async def _deliver(self, kind: str, payload: Json) -> Ack | Silence:
        if self.user.deleted:
            raise NotThere(f"{self.user.real_name} was deactivated")
        return await self.slack.deliveries.patient(kind, payload)
