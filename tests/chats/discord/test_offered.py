"""Everything that can be asked for is offered, within what Discord allows."""

from collections.abc import Iterator

from bot.chats.discord import limits
from bot.chats.discord.offered import ADMIN, GROUPS, LEARNERS, MODERATORS, QUIZ
from bot.chats.discord.syncing import Json, payload
from bot.core.words import COMMANDS, MODERATOR_COMMANDS

TYPED = {"try"}
"""For chats without buttons: a preview has them."""


def word(command: str) -> str:
    return command.removeprefix("/quiz-admin ").split()[0]


def test_every_command_of_the_core_is_offered() -> None:
    assert {word(name) for name, _ in COMMANDS} <= {one.name for one in QUIZ}
    assert {word(name) for name, _ in MODERATOR_COMMANDS} - TYPED <= {one.name for one in ADMIN}


def test_a_name_means_one_command() -> None:
    for subs in GROUPS.values():
        names = [one.name for one in subs]
        assert len(names) == len(set(names))


def test_discord_takes_them_all() -> None:
    for command in payload():
        if command["name"] in (LEARNERS, MODERATORS):
            assert len(command["options"]) <= limits.CHOICES
            assert characters(command) <= limits.COMMAND


def characters(one: Json) -> int:
    inside = sum(map(characters, one.get("options", ())))
    choices = sum(len(choice["name"]) + len(choice["value"]) for choice in one.get("choices", ()))
    return len(one["name"]) + len(one.get("description", "")) + inside + choices


def test_what_stands_beside_commands_is_said_in_every_language_within_what_discord_takes() -> None:
    for command in payload():
        if command["name"] in (LEARNERS, MODERATORS):
            assert longest(command) <= limits.COMMAND
            told = [one["description_localizations"] for one in walked(command)]
            assert all(1 <= len(said) <= 100 for one in told if one for said in one.values())
            assert sum(one is not None for one in told) >= len(told) * 9 // 10


def walked(one: Json) -> Iterator[Json]:
    yield one
    for inside in one.get("options", ()):
        yield from walked(inside)


def longest(command: Json) -> int:
    """As Discord counts: of a description's languages the longest."""
    more = [
        max(0, *(len(said) for said in (one["description_localizations"] or {"": ""}).values()))
        - len(one["description"])
        for one in walked(command)
    ]
    return characters(command) + sum(extra for extra in more if extra > 0)
