"""What the bot sent, as it went over the wire: everything in it that somebody's program could read, and who that is."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.chats.discord.places import address_of as on_discord
from bot.chats.slack.inbox import address_of as on_slack
from bot.quiz.ids import Address
from tests.loopback.discord import DiscordServer
from tests.loopback.discord.entities import ChannelType
from tests.loopback.discord.rest.doorway import Exchange
from tests.loopback.slack import Slack
from tests.loopback.slack.calls import Call
from tests.loopback.slack.workspaces import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """One request, or one acknowledgement that carried something."""

    what: str
    """Method and path."""
    to: Address | None
    """Who alone it reaches; None for everybody."""
    text: str
    """All its strings: texts, ids, values, metadata, file names."""


def strings(value: object) -> Iterator[str]:
    """Every string in it, names of fields as well, also where JSON is kept in a string."""
    if isinstance(value, str):
        yield value
        if value[:1] in ("[", "{"):
            yield from strings(_read(value))
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for one in pair for text in strings(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in strings(one))


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


def of_discord(server: DiscordServer, since: int) -> list[Payload]:
    """From the journal, without what only asks."""
    sent = [one for one in server.journal[since:] if one.method != "GET"]
    return [_payload(f"{one.method} {one.template}", _reader(server, one), (one.body, one.files)) for one in sent]


def _reader(server: DiscordServer, one: Exchange) -> Address | None:
    token = one.params.get("interaction_token") or one.params.get("webhook_token")
    if token:
        asked = server.interactions.by_token[token]
        public = asked.response is not None and asked.response.viewer is None
        return None if public else on_discord(asked.person.id)
    if one.template == "/users/@me/channels":
        return on_discord(int(one.body["recipient_id"]))
    channel = one.params.get("channel_id")
    where = server.world.channel(int(channel)) if channel else None
    direct = where is not None and where.kind is ChannelType.DM
    return on_discord(where.recipient.id) if where and where.recipient and direct else None


def of_slack(slack: Slack, since: int, acknowledged: int) -> list[Payload]:
    """From the calls, and from what acknowledgements carried."""
    calls = [_payload(one.method, _reads(one), one.args) for one in slack.calls[since:]]
    acks = slack.deliveries.acks[acknowledged:]
    return [*calls, *(_payload("acknowledgement", _asked(slack, told), body) for told, body in acks)]


def _asked(slack: Slack, delivered: Mapping[str, Any]) -> Address:
    user = delivered["user"]["id"] if "user" in delivered else delivered["user_id"]
    return on_slack(slack.home.id, str(user))


def _reads(call: Call) -> Address | None:
    slack, args = call.slack, call.args
    team = slack.home.id
    if call.method == "response_url":
        return on_slack(team, call.reader) if call.reader else None
    if call.method.startswith("views."):
        return on_slack(team, str(args.get("user_id") or _viewer(call)))
    if args.get("user"):
        return on_slack(team, str(args["user"]))
    where = slack.home.channels.get(str(args.get("channel") or args.get("channel_id")))
    if where is not None and where.kind is Kind.DIRECT:
        return on_slack(team, next(one for one in where.members if one != slack.installation.user))
    return None


def _viewer(call: Call) -> str:
    """Whose modal it is."""
    opened = call.slack.triggers.by.get(str(call.args.get("trigger_id")))
    if opened:
        return opened
    view = call.slack.home.view(str((call.answer.get("view") or {}).get("id")))
    return view.user if view else ""


def _payload(what: str, to: Address | None, value: object) -> Payload:
    return Payload(what=what, to=to, text="\n".join(strings(value)))
