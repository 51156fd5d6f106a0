"""Is Slack as it has to be: the token, its permissions, a way in, and whether Slack takes what we draw."""

from collections.abc import Mapping

import aiohttp

from bot.chats.slack.calling import Api, Wire
from bot.chats.slack.config import Config
from bot.chats.slack.editors import editor
from bot.chats.slack.followups import Followups
from bot.chats.slack.line import Line, Send
from bot.chats.slack.render import drawn
from bot.chats.slack.rich import Json
from bot.chats.slack.scopes import SCOPES
from bot.core.cards import QuestionCard
from bot.core.messages import ANSWER, View
from bot.core.ports import Tried
from bot.quiz.errors import Busy, ChatTrouble
from bot.quiz.ids import Place

NOWHERE = Place("slack:T0000000000:C0000000000")


async def examine(config: Config, wire: Wire, views: Mapping[str, View]) -> list[Tried]:
    """Try everything out that changes nothing.

    Args:
        config: as the bot has it.
        wire: for calls.
        views: one of each kind, to be shown to Slack's own judge.
    """
    if not config.bot_token:
        none = "none of our own: workspaces install the bot through its page, and each has a token then"
        return [("token", True, none), await _way_in(config, wire)]
    api = Api(wire, config.bot_token)
    try:
        told = await api.call("auth.test")
    except ChatTrouble as trouble:
        return [("token", False, str(trouble))]
    return [
        ("token", True, f"{told['user']} in {told['team']}"),
        _scopes(api),
        await _way_in(config, wire),
        await _drawings(api, views),
    ]


def _scopes(api: Api) -> Tried:
    missing, more = sorted(SCOPES - api.scopes), sorted(api.scopes - SCOPES)
    if missing:
        told = f"{', '.join(missing)} are missing: take the manifest of docs/operators/slack.md, and reinstall the app"
        return ("permissions", False, told)
    beside = f"; {', '.join(more)} are not needed" if more else ""
    return ("permissions", True, f"all {len(SCOPES)}{beside}")


async def _way_in(config: Config, wire: Wire) -> Tried:
    """A socket that says hello, or the secret that Slack's requests are signed with."""
    if not config.app_token:
        told = f"HTTP at {config.host}:{config.port}; whether Slack reaches it, its settings page says"
        if not config.signing_secret:
            told = "neither an app token nor a signing secret is set: see docs/operators/slack.md"
        return ("line", bool(config.signing_secret), told)

    async def nothing(_envelope: Json, _send: Send) -> None:
        """Nobody is heard; Slack sends it again, or to the bot's own lines."""

    try:
        await Line(Api(wire, config.app_token), nothing, Followups(), config.patience).knock()
    except (ChatTrouble, aiohttp.ClientError, TimeoutError, OSError) as trouble:
        return ("line", False, str(trouble) or type(trouble).__name__)
    return ("line", True, "a socket said hello")


async def _drawings(api: Api, views: Mapping[str, View]) -> Tried:
    """Slack's own judge of blocks, on one view of each kind; plainer ones are sent where it refuses the newest."""
    refused: list[str] = []
    for number, (name, view) in enumerate(views.items()):
        try:
            await api.call("blocks.validate", blocks=drawn(view).blocks)
            if isinstance(view, QuestionCard):
                await api.call("blocks.validate", view=editor(view, ANSWER, NOWHERE))
        except Busy as trouble:
            return ("blocks", not refused, f"{number} of {len(views)} tried: {trouble}")
        except ChatTrouble as trouble:
            if "unknown_method" in str(trouble):
                return ("blocks", True, "Slack has no judge of them here")
            refused.append(f"{name}: {trouble}")
    if refused:
        return ("blocks", False, "; ".join(refused[:3]))
    return ("blocks", True, f"{len(views)} views, all taken")
