"""A learner's answer: written down first, then judged, graded, scored and settled, each submission once."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.core import words
from bot.core.messages import Accept, Answer, Ask, Correct, Note, Show, Submission, VerdictView, View, WantsEditor
from bot.core.posting import at_utc, card
from bot.core.ranking import standings
from bot.core.records import Community, Entry, HelpKind, Member, Round, RoundState, Settlement
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.answers import Claimed, Written
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import AnswerMistake, JudgeTrouble
from bot.quiz.grading import grade, needed
from bot.quiz.ids import Place, RoundId
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.scoring import TRIES, Attempt, Rule, score
from bot.quiz.standings import place_of
from bot.quiz.tasks import Essay
from bot.quiz.verdicts import Outcome

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""How long a judge may keep a submission before another try is made; far above any run's wall clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is being answered, and where."""

    community: Community
    round: Round
    question: Question


async def asked_at(world: World, place: Place, id: RoundId | None = None) -> Asked | str:  # noqa: A002
    """The round meant in a place (None: the open one), or the sentence that says why there is none."""
    community = await world.community_at(place)
    if community is None:
        return words.NOT_HERE
    rounds = await world.agenda.rounds(community.id)
    wanted = [one for one in rounds if one.id == id or (id is None and one.state is RoundState.OPEN)]
    if not wanted:
        return words.NOTHING_OPEN
    question = world.question_of(wanted[-1])
    if question is None:
        return words.QUESTION_GONE
    return Asked(community=community, round=wanted[-1], question=question)


async def open_editor(world: World, deed: WantsEditor) -> Answer:
    """*Answer* was pressed."""
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    return Ask(card(asked.round, asked.question, world.version))


async def answer(world: World, deed: Submission) -> Answer:
    """Hear an answer; judging it is the `then`."""
    asked = await asked_at(world, deed.place, deed.round)
    if isinstance(asked, str):
        return Show(Note(asked))
    try:
        said = read(asked.question, deed.answer)
    except AnswerMistake as mistake:
        return Correct(str(mistake))
    return Accept(partial(_take, world, deed, asked, said))


async def recover(world: World) -> int:
    """Judge what was written down and never settled, because a judge or the bot died. Returns how many."""
    waiting = await world.ledger.unsettled(world.clock.now())
    if not waiting:
        return 0
    places = {
        one.id: (community, one)
        for community in await world.agenda.communities()
        for one in await world.agenda.rounds(community.id)
    }
    for entry in waiting:
        community, one = places[entry.round]
        question = world.question_of(one)
        if question is None:
            log.warning("submission.unjudgeable", extra={"submission": entry.id, "question": one.question})
            continue
        asked = Asked(community=community, round=one, question=question)
        async with world.turns.of(one.id, entry.member):
            await _settle(world, asked, entry)
    return len(waiting)


async def _take(world: World, deed: Submission, asked: Asked, said: QuizAnswer) -> View:
    member = await world.ledger.member(deed.who.address, clean_name(deed.who.name))
    now = world.clock.now()
    async with world.turns.of(asked.round.id, member.id):
        tries = await _tries(world, asked, member)
        known = next((entry for entry in tries if entry.id == deed.id), None)
        refusal = None if known else _refusal(world, asked, tries, said)
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
            entry = await _settle(world, asked, received.entry)
        except JudgeTrouble as trouble:
            log.warning("judge.away", extra={"submission": deed.id, "trouble": str(trouble)})
            return Note(words.JUDGE_AWAY.format(trouble=trouble))
        return await _view(world, asked, member, entry, again=known is not None)


def _refusal(world: World, asked: Asked, tries: Sequence[Entry], said: QuizAnswer) -> str | None:
    """Why this answer is not taken; nothing is written down then and no try is spent."""
    if asked.round.state is not RoundState.OPEN or world.clock.now() >= asked.round.closes:
        return words.CLOSED.format(at=at_utc(asked.round.closes))
    if any(entry.solved for entry in tries):
        return words.SOLVED
    if len(tries) >= TRIES:
        return words.NO_TRIES.format(tries=TRIES)
    if isinstance(said, Claimed) and not any(isinstance(entry.answer, Written) for entry in tries):
        return words.WRITE_FIRST
    return None


async def _settle(world: World, asked: Asked, entry: Entry) -> Entry:
    if entry.settlement is not None:
        return entry
    job = needed(asked.question, entry.answer, world.version)
    run = await world.judge.run(job) if job else None
    verdict = grade(asked.question, entry.answer, version=world.version, run=run)
    mine = await world.ledger.history(asked.community.id, entry.member)
    earlier = [one for one in mine if one.round == entry.round and one.settlement is not None]
    helps = await world.ledger.helps(entry.round, entry.member)
    attempt = Attempt(
        number=1 + sum(_graded(one) for one in earlier),
        right=verdict.right,
        hints=sum(one.kind is HelpKind.HINT for one in helps),
        revealed=any(one.kind is HelpKind.ANSWER for one in helps),
        took_part_today=_took_part(asked.community, mine, entry),
    )
    settlement = Settlement(verdict=verdict, lines=score(asked.question, attempt), attempt=attempt.number)
    settled = await world.ledger.settle(entry.id, settlement)
    log.info(
        "answer.settled", extra={"submission": entry.id, "outcome": str(verdict.outcome), "points": settled.points}
    )
    return settled


def _graded(entry: Entry) -> bool:
    """Whether it counts as a try: words that nobody graded yet do not."""
    return entry.settlement is not None and entry.settlement.verdict.outcome is not Outcome.WRITTEN


def _took_part(community: Community, mine: Sequence[Entry], entry: Entry) -> bool:
    """Whether the day's point for taking part was earned already, in the community's own day."""
    day = community.schedule.local_date(entry.at)
    return any(
        community.schedule.local_date(one.at) == day
        and one.settlement is not None
        and any(line.rule is Rule.PARTICIPATION for line in one.settlement.lines)
        for one in mine
    )


async def _tries(world: World, asked: Asked, member: Member) -> list[Entry]:
    history = await world.ledger.history(asked.community.id, member.id)
    return [entry for entry in history if entry.round == asked.round.id]


async def _view(world: World, asked: Asked, member: Member, entry: Entry, *, again: bool) -> View:
    rows = await standings(world, asked.community)
    mine = place_of(rows, member.id)
    tries = await _tries(world, asked, member)
    settlement = entry.settlement
    if settlement is None:
        raise ValueError(f"{entry.id} is not settled")
    task = asked.question.task
    essay = task if isinstance(task, Essay) and settlement.verdict.outcome is Outcome.WRITTEN else None
    return VerdictView(
        verdict=settlement.verdict,
        lines=settlement.lines,
        tries_left=max(0, TRIES - len(tries)),
        why=asked.question.why if settlement.verdict.right else "",
        model=essay.model if essay else "",
        rubric=essay.rubric if essay else (),
        total=mine.points if mine else 0,
        rank=mine.rank if mine else None,
        of=len(rows),
        again=again,
    )
