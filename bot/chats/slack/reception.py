"""What comes in, by its kind: who it is from, where they look, what they did, and what is said to it."""

import logging
from functools import partial

from bot.chats.slack import inbox
from bot.chats.slack.calling import Api
from bot.chats.slack.editors import waiting
from bot.chats.slack.home import home
from bot.chats.slack.limits import FILE_BYTES
from bot.chats.slack.marks import Slip, slip
from bot.chats.slack.members import Members
from bot.chats.slack.people import People
from bot.chats.slack.quotes import straight
from bot.chats.slack.render import drawn
from bot.chats.slack.rich import Json
from bot.chats.slack.seen import Presses, Seen
from bot.chats.slack.serving import Handled, Serving
from bot.chats.slack.surfaces import Above, Beside, Inside, Surface
from bot.core import words
from bot.core.languages import say, speaking
from bot.core.messages import Command, Note, Person, Submission
from bot.quiz.errors import ChatTrouble

log = logging.getLogger(__name__)

NOTHING = Handled()
TRYING = "run"
SUGGEST = "suggest"
"""`callback_id` of both shortcuts, and the command they are."""


class Reception:
    """Everything a workspace sends.

    Args:
        serving: answers deeds.
        people: knows who is who.
        members: knows who is where.
    """

    def __init__(self, serving: Serving, people: People, members: Members) -> None:
        self._serving, self._people, self._members = serving, people, members
        self._seen, self._presses = Seen(), Presses()

    async def command(self, api: Api, body: Json) -> Handled:
        """A slash command with its text."""
        if self._seen.again(body["trigger_id"]):
            return NOTHING
        team, user = body["team_id"], body["user_id"]
        who = await self._people.person(api, team, user, body.get("user_name", ""))
        place = inbox.place_of(team, body["channel_id"])
        deed = inbox.said(body.get("text", ""), who, place, inbox.id_of(team, body["trigger_id"]))
        surface = Beside(
            api=api, place=place, user=user, trigger=body["trigger_id"], url=body.get("response_url", ""), command=True
        )
        return await self._serving.serve(deed, surface)

    async def press(self, api: Api, body: Json) -> Handled:
        """A button, on a message, a modal or the home; what is only ticked or chosen waits for one."""
        if self._seen.again(body["trigger_id"]) or self._twice(body):
            return NOTHING
        surface = self._looks_at(api, body)
        who = inbox.known_at(surface.place, await self._who(api, body))
        deed = inbox.pressed(body, who, surface.place)
        if isinstance(deed, Submission) and deed.to == TRYING:
            self._serving.drafts.keep(who.address, deed.round, inbox.values_of(body["view"]))
            surface = Above(api=api, place=surface.place, user=surface.user, trigger=body["trigger_id"], on_top=True)
        return await self._serving.serve(deed, surface) if deed else NOTHING

    async def submission(self, api: Api, body: Json) -> Handled:
        """A modal was sent."""
        view, who = body["view"], await self._who(api, body)
        kept = slip(view.get("private_metadata", ""))
        if kept is None:
            return NOTHING
        who = inbox.known_at(kept.place, who)
        surface = Inside(api=api, place=kept.place, user=body["user"]["id"], view=view["id"], submission=True)
        if not kept.form:
            self._serving.drafts.keep(who.address, kept.round, inbox.values_of(view))
        if files := inbox.files_of(view):
            work = partial(self._with_file, api, view, kept, who, files[0])
            return Handled({"response_action": "update", "view": waiting(kept.place)}, (work,))
        return await self._serving.serve(inbox.submitted(view, kept, who), surface, view)

    async def shortcut(self, api: Api, body: Json) -> Handled:
        """*Suggest a quiz question*, from the menu or on somebody's message."""
        if self._seen.again(body["trigger_id"]):
            return NOTHING
        who, team, user = await self._who(api, body), body["team"]["id"], body["user"]["id"]
        place = inbox.place_of(team, (body.get("channel") or {}).get("id") or user)
        text = inbox.unescaped(str((body.get("message") or {}).get("text", "")))
        deed = Command(who=who, place=place, name=SUGGEST, text=text)
        surface = Above(api=api, place=place, user=user, trigger=body["trigger_id"])
        return await self._serving.serve(deed, surface)

    async def opened_home(self, api: Api, body: Json) -> Handled:
        """The app's home tab."""
        event = body["event"]
        if self._again(body) or event.get("tab") != "home":
            return NOTHING
        return Handled(None, (partial(self._publish_home, api, body["team_id"], event["user"], event["channel"]),))

    async def message(self, api: Api, body: Json) -> Handled:
        """A line in the direct conversation, or one that mentions us; answered to its author alone."""
        event = body["event"]
        if self._again(body) or event.get("bot_id") or event.get("subtype") or "user" not in event:
            return NOTHING
        team, user, channel = body["team_id"], event["user"], event["channel"]
        who = await self._people.person(api, team, user)
        place = inbox.place_of(team, channel)
        text = inbox.without_mention(str(event.get("text", "")))
        deed = inbox.said(text, who, place, inbox.id_of(team, channel, event["ts"]))
        thread = str(event.get("thread_ts") or "")
        return await self._serving.serve(deed, Beside(api=api, place=place, user=user, thread=thread))

    async def changed(self, api: Api, body: Json) -> Handled:  # noqa: ARG002 - as the others
        """Somebody's profile."""
        if not self._again(body):
            self._people.forget(body["team_id"], body["event"]["user"]["id"])
        return NOTHING

    async def left(self, api: Api, body: Json) -> Handled:  # noqa: ARG002 - as the others
        """Somebody came into a channel or left it."""
        if not self._again(body):
            self._members.forget(body["team_id"], str(body["event"].get("channel", "")))
        return NOTHING

    async def _who(self, api: Api, body: Json) -> Person:
        user = body["user"]
        return await self._people.person(api, body["team"]["id"], user["id"], user.get("name", ""))

    def _looks_at(self, api: Api, body: Json) -> Surface:
        team, user, view = body["team"]["id"], body["user"]["id"], body.get("view")
        trigger = body["trigger_id"]
        if view:
            kept = slip(view.get("private_metadata", ""))
            place = kept.place if kept else inbox.place_of(team, user)
            if view["type"] == "home":
                return Above(api=api, place=place, user=user, trigger=trigger)
            return Inside(api=api, place=place, user=user, view=view["id"])
        container = body.get("container") or {}
        place = inbox.place_of(team, body["channel"]["id"])
        thread = str(container.get("thread_ts") or "")
        return Beside(api=api, place=place, user=user, trigger=trigger, url=body.get("response_url", ""), thread=thread)

    def _again(self, body: Json) -> bool:
        return self._seen.again(str(body.get("event_id", "")))

    def _twice(self, body: Json) -> bool:
        action, container = body["actions"][0], body.get("container") or {}
        on = str(container.get("message_ts") or container.get("view_id"))
        button = (body["user"]["id"], on, str(action.get("block_id")), str(action.get("action_id")))
        return self._presses.twice(button, float(action.get("action_ts") or 0))

    async def _publish_home(self, api: Api, team: str, user: str, channel: str) -> None:
        who = await self._people.person(api, team, user)
        view = await home(self._serving, who, inbox.place_of(team, channel))
        try:
            await api.call("views.publish", user_id=user, view=view)
        except ChatTrouble as trouble:
            log.warning("slack.not_shown", extra={"trouble": str(trouble)})

    async def _with_file(self, api: Api, view: Json, kept: Slip, who: Person, file: Json) -> None:
        """Read the file, then hand in what stands in it."""
        surface = Inside(api=api, place=kept.place, user=who.address.rpartition(":")[2], view=view["id"])
        try:
            source = _source(await api.download(file["url_private"], FILE_BYTES))
        except (ChatTrouble, UnicodeDecodeError) as trouble:
            log.info("slack.file_unread", extra={"trouble": str(trouble)})
            with speaking(who.locale):
                await surface.show(drawn(Note(say(words.FILE_UNREAD, most=FILE_BYTES // 1024))))
            return
        handled = await self._serving.serve(inbox.submitted(view, kept, who, source=source), surface)
        for step in handled.later:
            await step()


def _source(raw: bytes) -> str:
    """What stands in a file.

    Raises:
        UnicodeDecodeError: it is too long, or no text.
    """
    if len(raw) > FILE_BYTES:
        raise UnicodeDecodeError("utf-8", b"", 0, 0, "too long")
    return straight(raw.decode())
