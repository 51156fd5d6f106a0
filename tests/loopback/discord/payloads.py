"""What exists, as Discord writes it in answers and events."""

from typing import TYPE_CHECKING

from tests.loopback.discord.entities import (
    Attachment,
    Channel,
    ChannelType,
    Member,
    Message,
    MessageFlags,
    Overwrite,
    Role,
    User,
)
from tests.loopback.discord.errors import Json

if TYPE_CHECKING:
    from tests.loopback.discord.guilds import Guild


def user(one: User) -> Json:
    return {
        "id": str(one.id),
        "username": one.name.lower(),
        "global_name": None if one.bot else one.name,
        "discriminator": "0001" if one.bot else "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
        "banner": None,
        "accent_color": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        **({"bot": True} if one.bot else {}),
    }


def me(one: User) -> Json:
    return {**user(one), "mfa_enabled": True, "locale": one.locale, "verified": True, "email": None}


def role(one: Role) -> Json:
    return {
        "id": str(one.id),
        "name": one.name,
        "permissions": str(one.permissions),
        "position": one.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": one.managed,
        "mentionable": one.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def member(one: Member) -> Json:
    return {
        "user": user(one.user),
        "nick": one.nick,
        "avatar": None,
        "banner": None,
        "roles": [str(role) for role in sorted(one.roles)],
        "joined_at": one.joined.isoformat(),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def overwrite(one: Overwrite) -> Json:
    return {"id": str(one.id), "type": one.kind, "allow": str(one.allow), "deny": str(one.deny)}


def channel(one: Channel) -> Json:
    """A channel, a thread or a direct message, whichever it is."""
    if one.thread:
        return thread(one)
    last = str(one.last_message_id) if one.last_message_id else None
    base: Json = {"id": str(one.id), "type": int(one.kind), "flags": 0, "last_message_id": last}
    if one.recipient:
        named = (
            {"name": one.name, "icon": None, "owner_id": str(one.recipient.id)} if one.kind is ChannelType.GROUP else {}
        )
        return {**base, **named, "recipients": [user(one.recipient)]}
    told: Json = {
        **base,
        "guild_id": str(one.guild_id),
        "name": one.name,
        "position": one.position,
        "parent_id": str(one.parent_id) if one.parent_id else None,
        "topic": one.topic,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "permission_overwrites": [overwrite(mark) for mark in one.overwrites.values()],
    }
    if one.kind is ChannelType.VOICE:
        told |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None}
    if one.kind is ChannelType.FORUM:
        told |= _forum(one)
    return told


def _forum(one: Channel) -> Json:
    return {
        "available_tags": [
            {"id": str(id_), "name": name, "moderated": False, "emoji_id": None, "emoji_name": None}
            for id_, name in one.tags.items()
        ],
        "default_reaction_emoji": None,
        "default_sort_order": None,
        "default_forum_layout": 0,
    }


def thread(one: Channel) -> Json:
    assert one.thread
    return {
        "id": str(one.id),
        "type": int(one.kind),
        "flags": 0,
        "guild_id": str(one.guild_id),
        "parent_id": str(one.parent_id),
        "owner_id": str(one.thread.owner_id),
        "name": one.name,
        "last_message_id": str(one.last_message_id) if one.last_message_id else None,
        "rate_limit_per_user": 0,
        "message_count": one.thread.sent,
        "member_count": len(one.thread.members),
        "total_message_sent": one.thread.sent,
        "applied_tags": [str(tag) for tag in one.thread.tags],
        "thread_metadata": {
            "archived": one.thread.archived,
            "archive_timestamp": one.thread.created.isoformat(),
            "auto_archive_duration": one.thread.auto_archive,
            "locked": one.thread.locked,
            "create_timestamp": one.thread.created.isoformat(),
        },
    }


def attachment(one: Attachment) -> Json:
    told: Json = {
        "id": str(one.id),
        "filename": one.filename,
        "size": len(one.data),
        "url": one.url,
        "proxy_url": one.url.replace("cdn.discordapp.com", "media.discordapp.net"),
        "content_type": one.content_type,
        "flags": 0,
    }
    if one.description is not None:
        told["description"] = one.description
    if one.ephemeral:
        told["ephemeral"] = True
    if one.content_type.startswith("image/"):
        told |= {"width": 640, "height": 360}
    return told


def message(one: Message, reader: User, *, people: dict[int, User], thread_of: Channel | None = None) -> Json:
    """A message as an answer; `reader` decides which reactions are theirs."""
    told: Json = {
        "id": str(one.id),
        "channel_id": str(one.channel_id),
        "type": one.kind,
        "author": user(one.author),
        "content": one.content,
        "embeds": [{"type": "rich", **embed} for embed in one.embeds],
        "components": one.components,
        "attachments": [attachment(file) for file in _outside(one)],
        "timestamp": one.sent.isoformat(),
        "edited_timestamp": one.edited.isoformat() if one.edited else None,
        "flags": one.flags,
        "mentions": [user(people[id_]) for id_ in sorted(one.pings) if id_ in people],
        "mention_roles": [str(id_) for id_ in sorted(one.pings) if id_ and id_ not in people],
        "mention_everyone": 0 in one.pings,
        "pinned": one.pinned,
        "tts": one.tts,
    }
    if one.reactions:
        told["reactions"] = [_reaction(emoji, who, reader) for emoji, who in one.reactions.items()]
    if thread_of:
        told["thread"] = thread(thread_of)
    optional = {
        "interaction_metadata": one.interaction,
        "message_reference": one.reference,
        "poll": one.poll,
        "webhook_id": str(one.webhook_id) if one.webhook_id else None,
        "application_id": str(one.application_id) if one.application_id else None,
    }
    return told | {key: value for key, value in optional.items() if value is not None}


def _outside(one: Message) -> list[Attachment]:
    """Attachments shown as such: with components V2 they are only what components show."""
    return [] if one.has(MessageFlags.COMPONENTS_V2) else one.attachments


def _reaction(emoji: str, who: set[int], reader: User) -> Json:
    return {
        "emoji": {"id": None, "name": emoji},
        "count": len(who),
        "count_details": {"burst": 0, "normal": len(who)},
        "burst_colors": [],
        "me_burst": False,
        "burst_me": False,
        "burst_count": 0,
        "me": reader.id in who,
    }


def guild(one: "Guild") -> Json:
    """A guild as REST gives it."""
    return {
        "id": str(one.id),
        "name": one.name,
        "icon": None,
        "description": None,
        "home_header": None,
        "splash": None,
        "discovery_splash": None,
        "features": [],
        "banner": None,
        "owner_id": str(one.owner.id),
        "application_id": None,
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "widget_channel_id": None,
        "verification_level": 1,
        "roles": [role(each) for each in one.roles.values()],
        "default_message_notifications": 1,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_presences": None,
        "max_members": 500000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "vanity_url_code": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": one.locale,
        "rules_channel_id": None,
        "safety_alerts_channel_id": None,
        "public_updates_channel_id": None,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "emojis": [],
        "stickers": [],
        "incidents_data": None,
    }


def guild_create(one: "Guild", bot: User) -> Json:
    """A guild as the gateway gives it; without the members intent it has the bot alone."""
    return {
        **guild(one),
        "hub_type": None,
        "joined_at": one.members[bot.id].joined.isoformat(),
        "large": False,
        "unavailable": False,
        "member_count": len(one.members),
        "members": [member(one.members[bot.id])],
        "channels": [channel(each) for each in one.channels.values() if not each.thread],
        "threads": [thread(each) for each in one.channels.values() if each.thread and not each.thread.archived],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }
