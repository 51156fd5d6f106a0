"""`askling questions preview`: the card, a verdict on the right answer, and the reveal, as learners will see them."""

from datetime import UTC, datetime
from importlib.util import find_spec

from bot.core.posting import card
from bot.core.records import Round, RoundState
from bot.core.revealing import reveal_card
from bot.quiz.errors import SettingsMistake
from bot.quiz.ids import CommunityId, RoundId
from bot.quiz.pythons import Version
from bot.quiz.questions import Question

CHATS = ("console", "discord", "slack")
_DAY = datetime(2026, 1, 1, 9, tzinfo=UTC)


def preview(question: Question, chat: str, version: Version) -> str:
    """What a chat would show: the card, then the reveal.

    Raises:
        SettingsMistake: this askling does not have that chat.
    """
    if chat != "console":
        there = find_spec(f"bot.chats.{chat}") is not None
        why = "has no preview yet" if there else "is not part of this askling yet"
        raise SettingsMistake(f"The chat {chat} {why}. `--as console` shows the same words.")
    from bot.chats.console.render import text

    one = _round(question)
    views = card(one, question, version), reveal_card(version, one, question, [])
    return f"\n\n{'─' * 60}\n\n".join(text(view) for view in views)


def _round(question: Question) -> Round:
    return Round(
        id=RoundId(0),
        community=CommunityId(0),
        key="preview",
        question=question.id,
        key_hash=question.key_hash,
        topic=question.topic,
        date=_DAY.date(),
        opens=_DAY,
        closes=_DAY.replace(day=2),
        reveals=_DAY.replace(day=2),
        state=RoundState.OPEN,
    )
