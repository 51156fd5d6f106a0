"""What is typed on other chats as the options of a Discord command, or that its options cannot say it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.chats.discord.commands import Option, Sub, Takes, words

_DAYS = ("day", "until")


def options(sub: Sub, said: str, person: Callable[[str], Any]) -> Mapping[str, Any] | None:
    """The options with which a command says this; None where a button has to.

    Args:
        sub: the command.
        said: what follows its name elsewhere.
        person: somebody by name, as an option takes them.
    """
    if chosen := next((one for one in sub.options if said in one.choices), None):
        return {chosen.name: said}
    match = re.fullmatch("".join(map(_pattern, sub.options)), f" {said}" if said else "", re.DOTALL)
    if match is None:
        return None
    given = {one: text for one, text in zip(sub.options, match.groups(), strict=True) if text is not None}
    assert words(sub, {one.name: _plain(one, text) for one, text in given.items()}) or not said
    return {one.name: person(text) if one.takes is Takes.PERSON else _plain(one, text) for one, text in given.items()}


def _plain(option: Option, text: str) -> str | bool:
    return text != option.unless if option.takes is Takes.YES else text


def _pattern(option: Option) -> str:
    before, _, after = option.written.partition("{}")
    if option.takes is Takes.YES:
        taken = f"({'|'.join(map(re.escape, filter(None, (option.written, option.unless))))})"
    elif option.takes is Takes.PERSON:
        taken = r"(\S+)"
    else:
        taken = f"{re.escape(before)}({_text(option)}){re.escape(after)}"
    return f"(?: {taken}){'' if option.required else '?'}"


def _text(option: Option) -> str:
    if option.choices:
        return "|".join(map(re.escape, option.choices))
    if option.name in _DAYS:
        return r"\d{4}-\d\d-\d\d"
    return r".+" if option.name in _LONG else r"[^\s=]+"


_LONG = ("answer", "why", "what", "key", "more", "alias")
"""Options that take a sentence."""
