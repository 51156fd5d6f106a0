"""A learner's answer: read, written down before it is judged, and answered with its verdict."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.core import words
from bot.core.asking import Asked, as_it_is_now, asked_at
from bot.core.languages import explained, say
from bot.core.messages import Accept, Answer, Ask, Correct, Note, Show, Submission, VerdictView, View, WantsEditor
from bot.core.notation import at_in
from bot.core.queueing import unjudged
from bot.core.records import Entry, Member
from bot.core.settling import settle
from bot.core.steps import after
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.answers import Claimed, Written
from bot.quiz.boards import ALL
from bot.quiz.errors import AnswerMistake, JudgeBusy, JudgeTrouble
from bot.quiz.grading import needed
from bot.quiz.reading import read
from bot.quiz.scoring import TRIES
from bot.quiz.tasks import Essay
from bot.quiz.verdicts import Outcome

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""How long a judge may keep a submission before another try is made; far above any run's wall clock."""


async def open_editor(world: World, deed: WantsEditor) -> Answer:
    """*Answer* was pressed."""
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    refusal = _out_of_play(asked, world.clock.now())
    return Show(Note(refusal)) if refusal else Ask(asked.card(world))


async def answer(world: World, deed: Submission) -> Answer:
    """Hear an answer; judging it is the `then`."""
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    try:
        said = read(asked.question, deed.answer)
    except AnswerMistake as mistake:
        return Correct(explained(mistake))
    return Accept(partial(_take, world, deed, asked, said))


async def _take(world: World, deed: Submission, asked: Asked, said: QuizAnswer) -> View:
    member = await world.member(deed.who)
    async with world.turns.of(member.id):
        asked = await as_it_is_now(world, asked)  # while they waited for their turn, it may have been revealed
        now = world.clock.now()
        tries = await _tries(world, asked, member)
        known = next((entry for entry in tries if entry.id == deed.id), None)
        refusal = None if known else _refusal(world, asked, member, tries, said)
        if refusal:
            return Note(refusal)
        received = await world.ledger.receive(
            deed.id,
            round=asked.round.id,
            member=member.id,
            answer=said,
            key_hash=asked.question.key_hash,
            at=now,
            lease=now + LEASE,
        )
        try:
            entry = await settle(world, asked, received.entry)
        except JudgeBusy:
            log.info("judge.busy", extra={"submission": deed.id})
            return Note(say(words.JUDGE_BUSY))
        except JudgeTrouble as trouble:
            return Note(say(words.JUDGE_AWAY, trouble=unjudged(trouble)))
        return await _view(world, asked, member, entry, again=known is not None)


def _refusal(world: World, asked: Asked, member: Member, tries: Sequence[Entry], said: QuizAnswer) -> str | None:
    """Why this answer is not taken; nothing is written down then and no try is spent."""
    if refusal := _out_of_play(asked, world.clock.now()):
        return refusal
    if any(entry.solved for entry in tries):
        return say(words.SOLVED)
    if _spent(tries, words=isinstance(said, Written)) >= TRIES:
        return say(words.NO_TRIES, tries=TRIES)
    if isinstance(said, Claimed) and not any(isinstance(entry.answer, Written) for entry in tries):
        return say(words.WRITE_FIRST)
    if needed(asked.question, said, world.version_for(asked.question)):
        return world.paces.refusal(asked.community.id, member.id, world.clock.now())
    return None


def _out_of_play(asked: Asked, now: datetime) -> str | None:
    """Why nobody's answer counts any more."""
    if asked.voided:
        return say(words.VOIDED)
    if asked.takes_answers(now):
        return None
    return say(words.CLOSED, at=at_in(asked.round.closes, asked.community.schedule.zone))


def _spent(tries: Sequence[Entry], *, words: bool = False) -> int:
    """How many tries are gone; writing an answer down in words is none, and may be done as often."""
    return sum(isinstance(entry.answer, Written) is words for entry in tries)


async def _tries(world: World, asked: Asked, member: Member) -> list[Entry]:
    history = await world.ledger.history(asked.community.id, member.id)
    return [entry for entry in history if entry.round == asked.round.id]


async def _view(world: World, asked: Asked, member: Member, entry: Entry, *, again: bool) -> View:
    mine = await world.boards.standing(asked.community.id, ALL, member.id)
    tries = await _tries(world, asked, member)
    settlement = entry.settlement
    if settlement is None:
        raise ValueError(f"{entry.id} is not settled")
    task = asked.question.task
    essay = task if isinstance(task, Essay) and settlement.verdict.outcome is Outcome.WRITTEN else None
    tries_left = max(0, TRIES - _spent(tries))
    return VerdictView(
        verdict=settlement.verdict,
        lines=settlement.lines,
        tries_left=tries_left,
        why=asked.question.why if settlement.verdict.right else "",
        model=essay.model if essay else "",
        rubric=essay.rubric if essay else (),
        total=mine.points if mine else 0,
        rank=mine.rank if mine else None,
        of=await world.boards.participants(asked.community.id, ALL),
        again=again,
        round=asked.round.id,
        actions=after(asked.question, settlement.verdict, tries_left),
    )
