"""From interactions to deeds: who, where, and what they did. Pure; what a button or form means is in its custom_id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.chats.discord.commands import chosen, words
from bot.chats.discord.editors import BLANK, CODE, ERROR, FILE, LINE, PICK, TEXT
from bot.chats.discord.offered import sub_of
from bot.chats.discord.places import CHAT, address_of, place_of
from bot.chats.discord.tags import Editor, Grades, Open, Press, Sent
from bot.core.messages import Command, Deed, Filled, Person, Submission, WantsEditor
from bot.quiz.answers import Answer, Claimed, Picked
from bot.quiz.answers import Filled as Blanks
from bot.quiz.ids import Place, SubmissionId

Interaction = discord.Interaction[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that was handed in."""

    name: str
    size: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What a modal came back with."""

    texts: Mapping[str, str]
    """By custom_id; also the value of radio buttons."""
    chosen: Mapping[str, Sequence[str]]
    """Values of menus and checkboxes."""
    file: File | None = None


def person(interaction: Interaction) -> Person:
    """Who did it. A moderator is whoever may manage the server, as Discord says with every interaction."""
    user = interaction.user
    return Person(
        address=address_of(user.id),
        name=user.display_name,
        moderator=interaction.guild_id is not None and interaction.permissions.manage_guild,
        locale=str(interaction.locale),
    )


def place(interaction: Interaction) -> Place:
    """Where; a thread belongs to its channel."""
    channel = interaction.channel
    parent = channel.parent_id if isinstance(channel, discord.Thread) else None
    return place_of(interaction.guild_id, parent or interaction.channel_id or 0)


def identity(interaction: Interaction) -> SubmissionId:
    """Discord's own number of this interaction: delivered twice, it is the same."""
    return SubmissionId(f"{CHAT}:{interaction.id}")


def pressed(tag: Press | Open | Grades, interaction: Interaction) -> Deed:
    """A button, or a menu."""
    who, where = person(interaction), place(interaction)
    match tag:
        case Press(name=name, text=text, round=one):
            return Command(who=who, place=where, name=name, text=text, round=one)
        case Open(round=one, to=to):
            return WantsEditor(who=who, place=where, round=one, to=to)
        case Grades(round=one, none=none):
            met = frozenset() if none else frozenset(int(value) for value in values(interaction) if value.isdecimal())
            return Submission(id=identity(interaction), who=who, place=where, answer=Claimed(met), round=one)


def values(interaction: Interaction) -> Sequence[str]:
    """What was chosen in a menu."""
    data: Any = interaction.data
    return tuple(data.get("values") or ())


def filling(interaction: Interaction) -> Filling:
    """What a modal came back with."""
    data: Any = interaction.data
    texts: dict[str, str] = {}
    chosen: dict[str, Sequence[str]] = {}
    for part in data.get("components") or ():
        field: dict[str, Any] = part.get("component") or next(iter(part.get("components") or ()), {})
        name = field.get("custom_id", "")
        if isinstance(field.get("values"), list):
            chosen[name] = tuple(field["values"])
        elif name:
            texts[name] = str(field.get("value") or "")
    return Filling(texts=texts, chosen=chosen, file=_file(data, chosen.get(FILE) or ()))


def handed_in(tag: Editor, interaction: Interaction, filled: Filling, source: str | None = None) -> Submission:
    """An editor was sent; `source` is what its file holds."""
    answer = source if source is not None else _answer(filled)
    who, where = person(interaction), place(interaction)
    return Submission(id=identity(interaction), who=who, place=where, answer=answer, round=tag.round, to=tag.to)


def sent(tag: Sent, interaction: Interaction, filled: Filling) -> Filled:
    """A form was sent."""
    chosen = {name: picked[0] if picked else "" for name, picked in filled.chosen.items()}
    return Filled(
        id=identity(interaction),
        who=person(interaction),
        place=place(interaction),
        form=tag.name,
        about=tag.about,
        values={**filled.texts, **chosen},
    )


def _answer(filled: Filling) -> str | Answer:
    texts = filled.texts
    if PICK in filled.chosen:
        return Picked(frozenset(int(value) for value in filled.chosen[PICK] if value.isdecimal()))
    if PICK in texts:
        return Picked(frozenset({int(texts[PICK])} if texts[PICK].isdecimal() else ()))
    if ERROR in texts:
        return f"{texts[ERROR].strip()} line {texts.get(LINE, '').strip()}"
    if f"{BLANK}0" in texts:
        return Blanks(tuple(texts[name] for name in sorted(texts) if name.startswith(BLANK)))
    return texts.get(CODE, texts.get(TEXT, ""))


def _file(data: Any, ids: Sequence[str]) -> File | None:  # noqa: ANN401 - any JSON
    known = (data.get("resolved") or {}).get("attachments") or {}
    found = next((known[one] for one in ids if one in known), None)
    return File(name=found["filename"], size=int(found["size"]), url=found["url"]) if found else None


def asked(interaction: Interaction) -> Deed:
    """A command: a slash command with its options, or *Suggest as question* on somebody's message."""
    data: Any = interaction.data
    who, where = person(interaction), place(interaction)
    if "target_id" in data:
        message: dict[str, Any] = next(iter((data["resolved"].get("messages") or {}).values()), {})
        return Command(who=who, place=where, name="suggest", text=str(message.get("content") or ""))
    name, options = chosen(data)
    given = {one["name"]: one.get("value") for one in options}
    sub = sub_of(data["name"], name)
    text = words(sub, given) if sub else ""
    if name == "answer" and text:
        return Submission(id=identity(interaction), who=who, place=where, answer=text)
    if name == "run":
        return WantsEditor(who=who, place=where, to=name)
    return Command(who=who, place=where, name=name, text=text)
