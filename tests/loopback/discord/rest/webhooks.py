"""Follow-ups of an interaction, and the original answer."""

from tests.loopback.discord import messages
from tests.loopback.discord.entities import Message
from tests.loopback.discord.errors import Refusal
from tests.loopback.discord.interactions import Interaction
from tests.loopback.discord.rest.callbacks import answer
from tests.loopback.discord.rest.calls import TABLE, Call, Result

OWN_FOLLOW_UPS = 5
"""Follow-ups of a command that only the person installed."""
_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = f"{_HOOK}/messages/@original"
_ONE = f"{_HOOK}/messages/{{message_id}}"


def _interaction(call: Call) -> Interaction:
    if call.id("webhook_id") != call.world.bot.id:
        raise Refusal(10015)
    return call.server.interactions.following(call.params["webhook_token"])


def _original(one: Interaction) -> Message:
    if one.response is None or one.response.id not in one.channel.messages:
        raise Refusal(10008)
    return one.response


def _named(call: Call, one: Interaction) -> Message:
    wanted = call.id("message_id")
    for message in (*one.followups, one.response):
        if message and message.id == wanted and message.id in one.channel.messages:
            return message
    raise Refusal(10008)


@TABLE.add("POST", _HOOK)
async def follow_up(call: Call) -> Result:
    """Say more; the first follow-up of a deferred answer becomes that answer, as Discord documents."""
    one = _interaction(call)
    if one.thinking() and one.response:
        messages.edit(call.world, one.response, call.form(), call.uploads, first=True)
        return 200, call.world.message_payload(one.response)
    if one.own and len(one.followups) >= OWN_FOLLOW_UPS:
        raise Refusal(40094)
    message = answer(call, one, call.form())
    one.followups.append(message)
    return 200, call.world.message_payload(message)


@TABLE.add("GET", _ORIGINAL)
async def read_original(call: Call) -> Result:
    return 200, call.world.message_payload(_original(_interaction(call)))


@TABLE.add("PATCH", _ORIGINAL)
async def edit_original(call: Call) -> Result:
    return _edit(call, _original(_interaction(call)))


@TABLE.add("DELETE", _ORIGINAL)
async def delete_original(call: Call) -> Result:
    messages.delete(call.world, _original(_interaction(call)))
    return 204, None


@TABLE.add("GET", _ONE)
async def read_one(call: Call) -> Result:
    return 200, call.world.message_payload(_named(call, _interaction(call)))


@TABLE.add("PATCH", _ONE)
async def edit_one(call: Call) -> Result:
    return _edit(call, _named(call, _interaction(call)))


@TABLE.add("DELETE", _ONE)
async def delete_one(call: Call) -> Result:
    messages.delete(call.world, _named(call, _interaction(call)))
    return 204, None


def _edit(call: Call, message: Message) -> Result:
    messages.edit(call.world, message, call.form(), call.uploads, first=bool(message.flags & 128))
    return 200, call.world.message_payload(message)
