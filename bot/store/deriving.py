"""Keeping the boards in step with the ledger: small steps in the ledger's own transactions, or everything anew.

The rules are the game's (`quiz.boards`, `quiz.streaks`); here is which rows a step touches.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from bot.core.records import Round, RoundState
from bot.quiz.boards import SEASON_DAYS, STREAK, Earned, Period, Score, scores, season, season_of, sprints_of, sums_of
from bot.quiz.ids import CommunityId, MemberId, RoundId
from bot.quiz.streaks import Streak, streak
from bot.store import rows
from bot.store.database import Run

_TOGETHER = datetime(1970, 1, 1, tzinfo=UTC)
"""A streak is reached by everybody at the same question, so nobody was first."""


async def earn(run: Run, community: CommunityId, member: MemberId, earned: Earned) -> None:
    """Something was settled: the sums grow by it, and its season is made anew from its days."""
    sums: Sequence[Period | None] = sums_of(earned.day, earned.topic)
    if not earned.topic:
        sums = (*sums, None)
    await run("score_add", community, member, earned.points, earned.late, rows.millis(earned.at), *sums)
    month = season_of(earned.day)
    await _set(run, community, member, month, await _season(run, community, member, month))


async def answered(run: Run, member: MemberId, one: RoundId) -> None:
    """Somebody answered in time: their streak grows, once a round."""
    (step,) = await run("streak_step", one, member)
    community = CommunityId(step["community_id"])
    if step["answers"] > 1:
        return
    if step["followed"] or RoundState(step["state"]).over:
        await _restreak(run, await _rounds(run, community), community, member)
    else:
        await _put(run, community, member, rows.streak(step).answered())


async def missed(run: Run, one: Round) -> None:
    """A round is over: who had a streak and did not answer in time misses it."""
    if not one.missable:
        return
    if not await _newest(run, one):  # a later miss may have ended a streak already whose best this one shortens
        await restreak(run, one.community)
        return
    for row in await run("streak_running", one.community, one.id):
        await _put(run, one.community, row["member_id"], rows.streak(row).missed())


async def rebuild_all(run: Run) -> None:
    """Every board of every community, anew from the ledger."""
    for community in await run("community_ids"):
        await rebuild(run, CommunityId(community["id"]))


async def rebuild(run: Run, community: CommunityId) -> None:
    """Every board of a community, anew from the ledger."""
    for row in await run("people_of", community):
        await rescore(run, community, MemberId(row["member_id"]))
    await restreak(run, community)


async def restreak(run: Run, community: CommunityId) -> None:
    """Every streak of a community, anew from the ledger."""
    rounds = await _rounds(run, community)
    for row in await run("people_of", community):
        await _restreak(run, rounds, community, MemberId(row["member_id"]))


async def rescore(run: Run, community: CommunityId, member: MemberId) -> None:
    """One person's scores in one community, anew from the ledger."""
    await run("scores_forget", community, member)
    found = await run("earned", community, member)
    for period, score in scores(map(rows.earned, found)).items():
        await _set(run, community, member, period, score)
    await sprinted(run, community, member)


async def sprinted(run: Run, community: CommunityId, member: MemberId) -> None:
    """Somebody's best sprint of each month."""
    for row in await run("sprint_best", community, member):
        await _set(run, community, member, sprints_of(date.fromisoformat(row["day"])), rows.score(row))


async def _season(run: Run, community: CommunityId, member: MemberId, month: Period) -> Score:
    """A few days without a late answer are a plain sum, and need not be looked at one by one."""
    days = community, member, f"{month}-", f"{month}."  # "." is the character after "-"
    (whole,) = await run("score_month", *days)
    if whole["days"] <= SEASON_DAYS and not whole["late"]:
        return rows.score(whole)
    return season([rows.score(day) for day in await run("score_days", *days)])


async def _newest(run: Run, one: Round) -> bool:
    return not await run("streak_later", one.community, rows.millis(one.opens), one.id)


async def _restreak(run: Run, rounds: Sequence[Round], community: CommunityId, member: MemberId) -> None:
    answered = {row["round_id"] for row in await run("streak_answered", community, member)}
    now = streak(one.id in answered for one in rounds if one.id in answered or one.missable)
    await _put(run, community, member, now)


async def _rounds(run: Run, community: CommunityId) -> Sequence[Round]:
    return [rows.round_(row) for row in await run("rounds", community)]


async def _put(run: Run, community: CommunityId, member: MemberId, now: Streak) -> None:
    await run("streak_set", community, member, now.current, now.best, now.rests)
    if now.current:
        await _set(run, community, member, STREAK, Score(points=now.current, late=0, reached_at=_TOGETHER))
    else:
        await run("score_drop", community, member, STREAK)


async def _set(run: Run, community: CommunityId, member: MemberId, period: Period, score: Score) -> None:
    await run("score_set", community, member, period, score.points, score.late, rows.millis(score.reached_at))
