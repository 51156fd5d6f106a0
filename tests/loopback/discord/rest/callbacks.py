"""The first answer to an interaction."""

from collections.abc import Mapping

from tests.loopback.discord import messages, modal_rules
from tests.loopback.discord.components import dressed
from tests.loopback.discord.entities import Message, MessageFlags
from tests.loopback.discord.errors import Json, form
from tests.loopback.discord.interactions import Did, Interaction, Reply
from tests.loopback.discord.rest.calls import TABLE, Call, Result

ALLOWED: Mapping[Did, set[Reply]] = {
    Did.COMMAND: {Reply.MESSAGE, Reply.DEFERRED, Reply.MODAL},
    Did.COMPONENT: {Reply.MESSAGE, Reply.DEFERRED, Reply.DEFERRED_UPDATE, Reply.UPDATE, Reply.MODAL},
    Did.AUTOCOMPLETE: {Reply.CHOICES},
    Did.MODAL: {Reply.MESSAGE, Reply.DEFERRED, Reply.DEFERRED_UPDATE, Reply.UPDATE},
}


@TABLE.add("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
async def reply(call: Call) -> Result:
    """Answer once, in time, with a type that fits what the person did."""
    one = call.server.interactions.acknowledging(call.id("interaction_id"), call.params["interaction_token"])
    body = call.form()
    kind = _kind(one, body)
    data = body.get("data") or {}
    match kind:
        case Reply.MESSAGE:
            one.response = answer(call, one, data)
        case Reply.DEFERRED:
            one.response = _thinking(call, one, data)
        case Reply.DEFERRED_UPDATE:
            one.response = one.message
        case Reply.UPDATE:
            assert one.message
            messages.edit(call.world, one.message, data, call.uploads)
            one.response = one.message
        case Reply.CHOICES:
            one.choices = _choices(data)
        case Reply.MODAL:
            modal_rules.check(data)
            one.modal = {**data, "components": dressed(data["components"], [], 0)}
            call.server.opened(one)
    one.replied = kind
    call.world.changed()
    if call.query.get("with_response", "").lower() not in ("1", "true"):
        return 204, None
    return 200, told(call, one)


def _kind(one: Interaction, body: Json) -> Reply:
    allowed = set(ALLOWED[one.did])
    if one.did is Did.MODAL and one.message is None:
        allowed -= {Reply.UPDATE, Reply.DEFERRED_UPDATE}
    if body.get("type") not in {int(kind) for kind in allowed}:
        choices = ", ".join(str(int(kind)) for kind in sorted(allowed))
        raise form({"type": ("BASE_TYPE_CHOICES", f"Value must be one of {{{choices}}}.")})
    return Reply(body["type"])


def answer(call: Call, one: Interaction, data: Json) -> Message:
    """A message that answers an interaction, ephemeral when it says so."""
    secret = int(data.get("flags") or 0) & MessageFlags.EPHEMERAL
    return messages.create(
        call.world,
        one.channel,
        call.world.bot,
        data,
        call.uploads,
        extra_flags=int(secret),
        viewer=one.person if secret else None,
        interaction=call.server.interactions.metadata(one),
    )


def _thinking(call: Call, one: Interaction, data: Json) -> Message:
    secret = int(data.get("flags") or 0) & MessageFlags.EPHEMERAL
    message = Message(
        id=call.world.timeline.snowflake(),
        channel_id=one.channel.id,
        author=call.world.bot,
        sent=call.world.timeline.now(),
        flags=int(secret | MessageFlags.LOADING),
        viewer=one.person.id if secret else None,
        kind=20 if one.did is Did.COMMAND else 0,
        interaction=call.server.interactions.metadata(one),
        application_id=call.world.bot.id,
        webhook_id=call.world.bot.id,
    )
    one.channel.messages[message.id] = message
    call.world.tell.message("MESSAGE_CREATE", message)
    return message


def _choices(data: Json) -> list[Json]:
    choices = list(data.get("choices") or [])
    if len(choices) > 25:
        raise form({"data.choices": ("BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")})
    for index, choice in enumerate(choices):
        if not 1 <= len(choice["name"]) <= 100 or len(str(choice["value"])) > 100:
            raise form({f"data.choices.{index}.name": ("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")})
    return choices


def told(call: Call, one: Interaction) -> Json:
    """The body of an answer `with_response`."""
    interaction: Json = {"id": str(one.id), "type": int(one.did), "channel_id": str(one.channel.id)}
    if one.channel.guild_id:
        interaction["guild_id"] = str(one.channel.guild_id)
    if one.response and one.replied in (Reply.MESSAGE, Reply.DEFERRED):
        interaction |= {
            "response_message_id": str(one.response.id),
            "response_message_loading": one.response.has(MessageFlags.LOADING),
            "response_message_ephemeral": one.response.has(MessageFlags.EPHEMERAL),
        }
    body: Json = {"interaction": interaction}
    if one.response and one.replied in (Reply.MESSAGE, Reply.UPDATE):
        body["resource"] = {"type": int(one.replied), "message": call.world.message_payload(one.response)}
    return body
