"""The front desk: every deed of every chat comes in here and gets its answer at once."""

import logging
from typing import assert_never

from bot.core import scheduling, words
from bot.core.answering import answer, open_editor
from bot.core.asking import asked_at
from bot.core.hinting import hint
from bot.core.messages import Answer, Command, Deed, HelpView, Note, Show, Submission, WantsEditor
from bot.core.moderating import moderate
from bot.core.ranking import board, me
from bot.core.showing import privacy
from bot.core.sprinting import sprint
from bot.core.trying import run
from bot.core.world import World
from bot.quiz.errors import StoreTrouble

log = logging.getLogger(__name__)


async def hear(world: World, deed: Deed) -> Answer:
    """Answer one deed. Never raises for what a person did; a store that is away is said in words."""
    try:
        match deed:
            case Submission():
                return await answer(world, deed)
            case WantsEditor():
                return await open_editor(world, deed)
            case Command():
                return await _command(world, deed)
            case _:
                assert_never(deed)
    except StoreTrouble as trouble:
        log.warning("store.away", extra={"trouble": str(trouble)})
        return Show(Note(words.STORE_AWAY))


async def _command(world: World, deed: Command) -> Answer:
    act = _ACTS.get(deed.name)
    return await act(world, deed) if act else Show(Note(words.UNKNOWN.format(name=deed.name[:40])))


async def _today(world: World, deed: Command) -> Answer:
    asked = await asked_at(world, deed.place)
    if isinstance(asked, str):
        return Show(Note(asked))
    return Show(asked.card(world))


async def _help(_world: World, deed: Command) -> Answer:
    return Show(HelpView(commands=words.COMMANDS + (words.MODERATOR_COMMANDS if deed.who.moderator else ())))


_ACTS = {
    "today": _today,
    "run": run,
    "hint": hint,
    "me": me,
    "board": board,
    "privacy": privacy,
    "sprint": sprint,
    "help": _help,
    "post": moderate,
    "close": moderate,
    "reveal": moderate,
    **dict.fromkeys(scheduling.COMMANDS, scheduling.schedule),
    "rekey": moderate,
    "void": moderate,
    "adjust": moderate,
    "confirm": moderate,
    "audit": moderate,
}
