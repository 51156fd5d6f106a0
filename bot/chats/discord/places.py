"""How Discord's numbers are spelled as places, addresses and refs, and read back.

A channel is `discord:GUILD:CHANNEL` (`discord:@me:CHANNEL` for direct messages), a person `discord:USER`, a message
`discord:CHANNEL:MESSAGE`.
"""

from bot.quiz.errors import Gone
from bot.quiz.ids import Address, Place, Ref

CHAT = "discord"
DIRECT = "@me"


def place_of(guild: int | None, channel: int) -> Place:
    """A channel."""
    return Place(f"{CHAT}:{guild or DIRECT}:{channel}")


def address_of(user: int) -> Address:
    """A person."""
    return Address(f"{CHAT}:{user}")


def ref_of(channel: int, message: int) -> Ref:
    """A message."""
    return Ref(f"{CHAT}:{channel}:{message}")


def channel_at(place: Place) -> tuple[int | None, int]:
    """Guild (None: direct messages) and channel.

    Raises:
        Gone: it is no place on Discord.
    """
    match place.split(":"):
        case ["discord", guild, channel] if channel.isdecimal() and (guild == DIRECT or guild.isdecimal()):
            return None if guild == DIRECT else int(guild), int(channel)
        case _:
            raise Gone("{place} is no channel on Discord.", place=place)


def message_at(ref: Ref) -> tuple[int, int]:
    """Channel and message.

    Raises:
        Gone: it is no message on Discord.
    """
    match ref.split(":"):
        case ["discord", channel, message] if channel.isdecimal() and message.isdecimal():
            return int(channel), int(message)
        case _:
            raise Gone("{ref} is no message on Discord.", ref=ref)


def user_at(address: Address) -> int | None:
    """The person's number; None when they are of another chat."""
    match address.split(":"):
        case ["discord", user] if user.isdecimal():
            return int(user)
        case _:
            return None
