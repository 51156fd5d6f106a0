"""People and their addresses, in dictionaries: what every part of the store asks about them."""

from collections.abc import MutableMapping
from typing import Any

from bot.core.records import Member
from bot.quiz.ids import Address, MemberId


class MemoryPeople:
    """Who has an address, and who was erased."""

    _members: MutableMapping[MemberId, Member]
    _links: MutableMapping[Address, MemberId]
    """Further addresses, in the order in which they were linked."""

    def _who(self, address: Address) -> Member | None:
        """Whose an address is, be it their first or a further one."""
        own = next((one for one in self._members.values() if one.address == address), None)
        return own or self._members.get(self._links.get(address, MemberId(0)))

    def _gone(self, member: MemberId) -> bool:
        """Whether somebody was erased."""
        return self._members[member].address.startswith("erased:")


def taken(table: MutableMapping[Any, Any], at: int, member: MemberId) -> dict[Any, Any]:
    """Somebody's rows, taken out of a table; `at` is where its keys name whose they are."""
    return {key: table.pop(key) for key in [key for key in table if key[at] == member]}
