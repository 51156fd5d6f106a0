"""Everybody's answers to a round, scored anew under a ruling. Stored code is run again; nothing is changed."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.queueing import telling
from bot.core.records import Community, Entry, Help, Resettled, Round, Settlement
from bot.core.settling import graded as counted
from bot.core.settling import helped
from bot.core.verdicts import verdict_on
from bot.core.world import World
from bot.quiz.answers import Answer, Code, Picked
from bot.quiz.errors import AnswerMistake
from bot.quiz.ids import MemberId, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.regrading import Try, everywhere, graded, voided
from bot.quiz.rulings import Ruling, Voided, ruled
from bot.quiz.tasks import Choice
from bot.quiz.verdicts import Verdict

RUN_AT_ONCE = 8
"""Stored snippets that are run again side by side; all at once would be more than the judge lets wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A ruling on one round of one community."""

    community: Community
    round: Round
    question: Question
    """As the bank has it."""
    ruling: Ruling | None


async def rescored(world: World, case: Case, here: Sequence[Entry]) -> dict[MemberId, list[Resettled]]:
    """What the ruling changes for each person.

    Args:
        world: the ports.
        case: the ruling.
        here: every settled answer to the round.

    Raises:
        JudgeTrouble: stored code has to be run again and cannot be now.
    """
    verdicts = {} if isinstance(case.ruling, Voided) else await _verdicts(world, case, here)
    return {member: await _of_one(world, case, member, verdicts) for member in {entry.member for entry in here}}


async def _verdicts(world: World, case: Case, here: Sequence[Entry]) -> Mapping[SubmissionId, Verdict]:
    question = ruled(case.question, case.ruling)
    fitting = [entry for entry in here if _fits(question, entry.answer)]
    room = asyncio.Semaphore(RUN_AT_ONCE)

    async def verdict(entry: Entry) -> Verdict:
        async with room:
            found = await verdict_on(world, question, entry.answer, community=case.community.id, member=entry.member)
            return _timeless(found, settled(entry).verdict)

    with telling(None):  # the moderator waits for all of them, not for one
        found = await asyncio.gather(*map(verdict, fitting))
    return {entry.id: verdict for entry, verdict in zip(fitting, found, strict=True)}


def _timeless(found: Verdict, before: Verdict) -> Verdict:
    """How long code ran is no part of what became of it: no two runs take the same time, and no preview would last."""
    found = replace(found, seconds=0.0, cpu_seconds=0.0)
    return before if found == replace(before, seconds=0.0, cpu_seconds=0.0) else found


def _fits(question: Question, answer: Answer) -> bool:
    """Whether it can be an answer to the question as it is now; if not, its verdict stands."""
    if answer == Code(""):  # its source was forgotten
        return False
    if isinstance(question.task, Choice) and isinstance(answer, Picked):  # however many can be right now
        return max(answer.options) < len(question.task.options)
    try:
        return isinstance(read(question, answer), type(answer))
    except AnswerMistake:
        return False


async def _of_one(
    world: World, case: Case, member: MemberId, verdicts: Mapping[SubmissionId, Verdict]
) -> list[Resettled]:
    history = await world.ledger.history(case.community.id, member)
    mine = sorted((entry for entry in history if entry.settlement), key=_as_they_came)
    helps = await world.ledger.helps(case.round.id, member)
    tries = [_try(case, entry, verdicts.get(entry.id), helps) for entry in mine]
    here = [one for one in tries if one.round == case.round.id]
    ruling = case.ruling
    fresh = voided(case.question, here, ruling.credit) if isinstance(ruling, Voided) else graded(case.question, here)
    lines = everywhere(tries, fresh)
    found = []
    for entry in mine:
        before = settled(entry)
        number = fresh[entry.id].number if entry.id in fresh else before.attempt
        verdict = verdicts.get(entry.id, before.verdict)
        after = Settlement(verdict=verdict, lines=lines.get(entry.id, before.lines), attempt=number)
        found.append(Resettled(entry=entry.id, before=before, after=after))
    return [one for one in found if one.after != one.before]


def _try(case: Case, entry: Entry, verdict: Verdict | None, helps: Sequence[Help]) -> Try:
    hints, revealed = helped(helps, entry.at)
    return Try(
        id=entry.id,
        round=entry.round,
        day=case.community.schedule.local_date(entry.at),
        right=(verdict or settled(entry).verdict).right,
        graded=counted(entry),
        lines=settled(entry).lines,
        hints=hints,
        revealed=revealed,
        late=entry.late,
    )


def settled(entry: Entry) -> Settlement:
    """The settlement of an entry that has one."""
    if entry.settlement is None:
        raise ValueError(f"{entry.id} is not settled")
    return entry.settlement


def _as_they_came(entry: Entry) -> tuple[object, ...]:
    """Within one millisecond, by the number each was given."""
    return entry.at, settled(entry).attempt, entry.id
