"""What moderators did, written into the audit log as they do it, and shown to them."""

import re
from collections.abc import Mapping
from functools import partial

from bot.core import deskwords, labels, typed, unionwords, words
from bot.core.languages import say
from bot.core.messages import Answer, AuditRow, AuditView, Command, Note, Show
from bot.core.records import Act, Community
from bot.core.retelling import retold, shapes
from bot.core.world import World
from bot.quiz.cleaning import one_line
from bot.quiz.errors import Trouble
from bot.quiz.ids import MemberId
from bot.quiz.sentences import Sentence

LATEST = 20
"""So many acts are shown; the log keeps them all."""
RESULTS = (
    words.POSTED_NOW,
    words.NOT_POSTED,
    words.CLOSED_NOW,
    words.NOTHING_TO_CLOSE,
    words.REVEALED_NOW,
    words.NOT_REVEALED,
    words.NOTHING_TO_REVEAL,
    words.EXTENDED,
    words.LIVE_BEGUN,
    words.COUNTED,
    unionwords.LEFT,
    unionwords.LINK_RESULT,
    deskwords.IN_POOL,
    deskwords.EDITED,
    deskwords.ASKED_NOW,
    deskwords.DISMISSED_NOW,
    deskwords.FLAG_DISMISSED_NOW,
    deskwords.RETIRED_NOW,
)
"""What an act can come to; the log keeps it in English, and says it again to whoever reads it."""
_PARTS = (
    labels.ONE_SCORE_CHANGES,
    labels.SCORES_CHANGE,
    labels.ONE_RANK,
    labels.RANKS,
    typed.MOMENT,
    *typed.WEEKDAYS,
)
_again = partial(retold, known=shapes(RESULTS), parts=shapes(_PARTS))
_WHAT_CHARS = 200
_ADJUSTED = re.compile(r"\A(adjust \S+ |mute |unmute )#(\d+)")


async def record(world: World, community: Community, deed: Command, result: str, *, why: str = "") -> None:
    """Write down what somebody did with a command, and what it came to: a sentence of `RESULTS`, or a schedule."""
    member = await world.member(deed.who)
    what = one_line(f"{deed.name} {deed.text}", chars=_WHAT_CHARS, lines=3)
    act = Act(community=community.id, by=member.id, at=world.clock.now(), what=what, why=why, result=_kept(result))
    await world.corrections.record(act)


def _kept(result: str) -> str:
    """In English. A trouble was told when it came; what the log keeps is that there was one."""
    if not isinstance(result, Sentence):
        return result
    values = {name: "…" if isinstance(one, Trouble) else one for name, one in result.values.items()}
    return str(Sentence(result.sentence, **values))


async def audit(world: World, community: Community, deed: Command) -> Answer:
    """`audit`: the latest acts, the newest first."""
    acts = (await world.corrections.acts(community.id))[-LATEST:]
    if not acts:
        return Show(Note(say(words.NO_ACTS)))
    names = {one.id: one.name for one in await world.corrections.people(community.id)}
    rows = tuple(
        AuditRow(
            at=act.at,
            who=names.get(act.by, ""),
            what=_named(act.what, names),
            why=act.why,
            result=_again(act.result),
        )
        for act in reversed(acts)
    )
    return Show(AuditView(zone=deed.who.zone or community.schedule.zone, rows=rows))


def _named(what: str, names: Mapping[MemberId, str]) -> str:
    """What was done about one person, with the name they have now; of nobody's number, as it was written."""
    return _ADJUSTED.sub(lambda found: f"{found[1]}{names.get(MemberId(int(found[2])), f'#{found[2]}')}", what, count=1)
