"""The front desk: every deed of every chat comes in here and gets its answer at once."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import assert_never

from bot.core import scheduling, words
from bot.core.answering import answer, open_editor
from bot.core.asking import asked_at
from bot.core.deciding import decided
from bot.core.editing import in_own_order
from bot.core.guessing import guessed
from bot.core.helping import help_
from bot.core.hinting import hint
from bot.core.homes import home
from bot.core.homing import at_home
from bot.core.inbox import inbox
from bot.core.itemising import items
from bot.core.joining import join
from bot.core.languages import say, speak, spoken
from bot.core.letters import with_letters
from bot.core.linking import link, unlink
from bot.core.messages import (
    REVIEW,
    Accept,
    Answer,
    Ask,
    Command,
    Correct,
    Deed,
    Filled,
    Note,
    Show,
    Submission,
    Then,
    View,
    WantsEditor,
)
from bot.core.moderating import SHOWN, moderate
from bot.core.muting import mute, muted
from bot.core.partaking import answer_live, in_the_room, open_live
from bot.core.progress import me
from bot.core.ranking import board
from bot.core.rehearsing import answer_rehearsal, hint_rehearsal, open_rehearsal, rehearsed
from bot.core.reporting import report, reported
from bot.core.reviewing import open_review, review
from bot.core.settings import set_all, settings
from bot.core.showing import privacy, take_alias
from bot.core.sprinting import answer_sprint, sprint
from bot.core.suggesting import suggest, suggested
from bot.core.trying import run, try_out
from bot.core.world import World
from bot.core.writing import write, written
from bot.quiz.errors import StoreTrouble
from bot.quiz.lives import lived

log = logging.getLogger(__name__)

LIVE, PREVIEW, RUN = "live", "preview", "run"
"""What an editor is for: on cards that are of no round, and to try code on any."""


async def hear(world: World, deed: Deed) -> Answer:
    """Answer one deed, in the language of who did it; the chat that awaits this goes on in it.

    Never raises for what a person did; a store that is away is said in words.
    """
    speak(deed.who.locale)
    try:
        deed = await _as_they_like(world, deed)
        speak(deed.who.locale)
        deed = await in_the_room(world, await at_home(world, deed))
        answered = await _heard(world, deed)
        return await in_own_order(world, deed, answered) if isinstance(answered, Ask) else _spoken(answered)
    except StoreTrouble as trouble:
        log.warning("store.away", extra={"trouble": str(trouble)})
        return Show(Note(say(words.STORE_AWAY)))


async def _as_they_like(world: World, deed: Deed) -> Deed:
    """What somebody set for themselves goes before what their chat says."""
    mine = await world.profiles.preferences(deed.who.address)
    who = replace(deed.who, zone=mine.zone or deed.who.zone, locale=mine.locale or deed.who.locale)
    return replace(deed, who=replace(who, chat_locale=deed.who.locale))


async def _heard(world: World, deed: Deed) -> Answer:
    match deed:
        case Submission():
            return await _HANDED_IN.get(_purpose(deed), answer)(world, deed)
        case WantsEditor():
            return await _wants_editor(world, deed)
        case Filled():
            form = _FORMS.get(deed.form)
            return await form(world, deed) if form else Correct(say(words.OLD_FORM))
        case Command():
            return await _command(world, deed)
        case _:
            assert_never(deed)


async def _wants_editor(world: World, deed: WantsEditor) -> Answer:
    return await _EDITORS.get(_purpose(deed), open_editor)(world, deed)


def _spoken(answered: Answer) -> Answer:
    """What follows later is said in the same language."""
    match answered:
        case Accept(then=then):
            return Accept(partial(_then, then, spoken()))
        case Show(view=view, then=then) if then is not None:
            return Show(view, partial(_then, then, spoken()))
        case _:
            return answered


async def _then(then: Then, locale: str) -> View:
    speak(locale)
    try:
        return await then()
    except StoreTrouble as trouble:
        log.warning("store.away", extra={"trouble": str(trouble)})
        return Note(say(words.STORE_AWAY))


def _purpose(deed: Submission | WantsEditor) -> str:
    """What an editor is for; on the card of a study night or of a preview there is nothing else it can be for."""
    if lived(deed.round):
        return deed.to if deed.to == RUN else LIVE
    return PREVIEW if rehearsed(deed.round) else deed.to


async def _hint(world: World, deed: Command) -> Answer:
    if lived(deed.round):
        return Show(Note(say(words.NO_HINTS)))
    return await (hint_rehearsal if rehearsed(deed.round) else hint)(world, deed)


async def _command(world: World, deed: Command) -> Answer:
    act = _ACTS.get(deed.name)
    if act is None:
        return Show(Note(say(words.UNKNOWN, name=deed.name[:40])))
    return await with_letters(world, deed, await act(world, deed))


async def _answer(world: World, deed: Command) -> Answer:
    """`answer` with nothing behind it asks for something to write in."""
    return await _wants_editor(world, WantsEditor(who=deed.who, place=deed.place, round=deed.round))


async def _today(world: World, deed: Command) -> Answer:
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    return Show(asked.card(world))


_HANDED_IN: dict[str, Callable[[World, Submission], Awaitable[Answer]]] = {
    RUN: run,
    "sprint": sprint,
    REVIEW: review,
    LIVE: answer_live,
    PREVIEW: answer_rehearsal,
}
_EDITORS: dict[str, Callable[[World, WantsEditor], Awaitable[Answer]]] = {
    RUN: try_out,
    "sprint": answer_sprint,
    REVIEW: open_review,
    LIVE: open_live,
    PREVIEW: open_rehearsal,
}
_FORMS: dict[str, Callable[[World, Filled], Awaitable[Answer]]] = {
    "suggest": suggested,
    "settings": set_all,
    "alias": take_alias,
    "report": reported,
    "ask": decided,
    "dismiss": decided,
    "new": written,
    "amend": written,
    "mute": muted,
}
_ACTS: dict[str, Callable[[World, Command], Awaitable[Answer]]] = {
    "today": _today,
    "answer": _answer,
    "run": run,
    "hint": _hint,
    "me": me,
    "home": home,
    "settings": settings,
    REVIEW: review,
    "guessed": guessed,
    "board": board,
    "privacy": privacy,
    "sprint": sprint,
    "suggest": suggest,
    "help": help_,
    "report": report,
    "inbox": inbox,
    "items": items,
    "new": write,
    "edit": write,
    "mute": mute,
    "unmute": mute,
    "post": moderate,
    "close": moderate,
    "reveal": moderate,
    **dict.fromkeys(scheduling.COMMANDS, scheduling.schedule),
    "rekey": moderate,
    "void": moderate,
    "adjust": moderate,
    "join": join,
    "link": link,
    "unlink": unlink,
    **dict.fromkeys(SHOWN, moderate),
}
