"""Who somebody is: name, zone, locale, whether they may moderate. Asked for once and kept for a while."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chats.slack.calling import Api
from bot.chats.slack.inbox import address_of
from bot.chats.slack.rich import Json
from bot.core.messages import Person
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import ChatTrouble

FRESH = timedelta(minutes=30)
USABLE = timedelta(days=1)
"""An older profile is still believed while it is asked for again, but not that somebody may moderate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What users.info says."""

    name: str
    admin: bool = False
    """Of this workspace; never a guest or somebody from another one."""
    zone: str = ""
    locale: str = ""


def profile(user: Json, team: str) -> Profile:
    """Read one, as a workspace sees it."""
    card = user.get("profile") or {}
    guest = user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_stranger")
    own = not guest and team in _at_home(user)
    return Profile(
        name=clean_name(card.get("display_name") or card.get("real_name") or user.get("name") or ""),
        admin=bool(own and (user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner"))),
        zone=str(user.get("tz") or ""),
        locale=str(user.get("locale") or ""),
    )


def _at_home(user: Json) -> set[str]:
    """The workspaces somebody belongs to. Who shares a channel with us is no "stranger" to Slack (`is_stranger`)."""
    return {str(user.get("team_id")), *(user.get("enterprise_user") or {}).get("teams", ())}


class People:
    """The people of all workspaces.

    Args:
        moderators: ids of people who may moderate without being admins.
        patience: seconds that a profile is waited for.
    """

    def __init__(self, moderators: Collection[str], patience: float) -> None:
        self._patience = patience
        self._moderators = frozenset(moderators)
        self._known: dict[tuple[str, str], tuple[datetime, Profile]] = {}
        self._asking: dict[tuple[str, str], asyncio.Task[Profile | None]] = {}

    async def person(self, api: Api, team: str, user: str, name: str = "") -> Person:
        """Somebody as the use cases know them; in a hurry, without what Slack was too slow to tell."""
        known = await self.profile(api, team, user)
        told = known or Profile(name=clean_name(name))
        return Person(
            address=address_of(team, user),
            name=told.name,
            moderator=told.admin or user in self._moderators,
            zone=told.zone,
            locale=told.locale,
        )

    async def profile(self, api: Api, team: str, user: str) -> Profile | None:
        """Their profile; None when Slack cannot tell in time. At nine o'clock nobody waits who came yesterday."""
        key, now = (team, user), api.wire.clock.now()
        at, known = self._known.get(key, (now - USABLE, None))
        if known and now - at < FRESH:
            return known
        asking = self._asking.get(key)
        if asking is None:
            asking = self._asking[key] = asyncio.create_task(self._ask(api, key))
        if known and not known.admin and now - at < USABLE:
            return known
        await asyncio.wait({asking}, timeout=self._patience)
        told = asking.result() if asking.done() else None
        return told or (replace(known, admin=False) if known else None)

    def forget(self, team: str, user: str) -> None:
        """They have changed."""
        self._known.pop((team, user), None)

    def close(self) -> None:
        """Ask no more."""
        for asking in self._asking.values():
            asking.cancel()

    async def _ask(self, api: Api, key: tuple[str, str]) -> Profile | None:
        try:
            answer = await api.call("users.info", user=key[1], include_locale=True)
        except ChatTrouble:
            return None
        finally:
            self._asking.pop(key, None)
        found = profile(answer["user"], key[0])
        self._known[key] = api.wire.clock.now(), found
        return found
