"""The daily question: laid out when it is due, picked by a pure rule, written down, then published under its key.

Its errand survives a crash between any two steps, the round is planned with its question before anything is sent, and
`Chat.publish` sends one message per key, ever; so every way to be interrupted leads to one post.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import words
from bot.core.cards import Example, QuestionCard
from bot.core.errands import Errand, ErrandKind, ErrandState, at_seat
from bot.core.noting import note
from bot.core.nudging import nudge
from bot.core.records import Community, Round, RoundState
from bot.core.retelling import translated
from bot.core.world import World
from bot.quiz.errors import BankTrouble
from bot.quiz.grading import expectation
from bot.quiz.ids import CommunityId, Place, Ref, RoundId
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.queues import FEW
from bot.quiz.rulings import Voided
from bot.quiz.schedules import Slot, due, next_slot
from bot.quiz.scoring import TRIES, worth
from bot.quiz.selection import Asked, Pool, pick
from bot.quiz.sentences import Sentence
from bot.quiz.tasks import Blanks, Choice, Coding, Ordering, Task

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=14)
"""Openings missed longer ago are not counted up to the moderators any more."""


async def lay_out(world: World, community: Community, latest: Mapping[CommunityId, datetime]) -> None:
    """Write down what is due in a community: the newest slot within its catch-up window; the rest was missed."""
    now, schedule = world.clock.now(), community.schedule
    after = max(latest.get(community.id, community.since - schedule.catch_up), now - LOOK_BACK)
    if not (slots := due(schedule, after, now)):
        return
    known = {one.occasion for one in await world.outbox.errands(community.id, since=after - LOOK_BACK)}
    slots = tuple(slot for slot in slots if f"{slot.date}" not in known)
    newest = [slot for slot in slots[-1:] if now - slot.opens <= schedule.catch_up and now < slot.closes]
    missed = [slot for slot in slots if slot not in newest and slot.opens >= community.since]
    errands = [replace(opening(community, slot), state=ErrandState.SKIPPED) for slot in missed]
    errands += [opening(community, slot, seat.number) for slot in newest for seat in community.seats]
    if missed:
        log.warning("question.missed", extra={"community": community.id, "slots": len(missed)})
        told = Sentence(words.MISSED, days=", ".join(f"{slot.date}" for slot in missed))
        errands.append(note(community, f"missed-{missed[-1].date}", told, now=now))
    if errands:
        await world.outbox.add(*errands)


def opening(community: Community, slot: Slot, seat: int = 0) -> Errand:
    """The errand that opens a slot's question in one of a community's places."""
    return Errand(community=community.id, occasion=f"{slot.date}", kind=ErrandKind.OPEN, due=slot.opens, seat=seat)


def asking(community: Community, one: Round, seat: int) -> Errand:
    """The errand that asks a question that is planned or open already in one of a community's places."""
    return Errand(
        community=community.id, occasion=one.key, kind=ErrandKind.OPEN, due=one.opens, round=one.id, seat=seat
    )


def endings(community: Community, one: Round, seat: int = 0) -> list[Errand]:
    """What follows in a place once a round is open there."""
    dues = {ErrandKind.CLOSE: one.closes, ErrandKind.REVEAL: one.reveals}
    if community.schedule.remind:
        dues[ErrandKind.REMIND] = one.closes - community.schedule.remind
    ends = [
        Errand(community=community.id, occasion=one.key, kind=kind, due=at, round=one.id, seat=seat)
        for kind, at in dues.items()
    ]
    return [*ends, nudge(community, one)]


async def plan(world: World, community: Community, slot: Slot, *, key: str) -> Round:
    """The round of a slot, written down with its question when it is new.

    Raises:
        BankTrouble: there is nothing to ask.
    """
    rounds = await world.agenda.rounds(community.id)
    known = next((one for one in rounds if one.key == key), None)
    if known is not None:
        return known
    question = pick(
        world.bank.questions(community.id),
        asked(rounds),
        day=slot.date,
        seed=community.seed,
        versions=world.versions,
        source=community.schedule.source,
    )
    return await world.agenda.plan(community.id, key, slot, question)


def asked(rounds: Sequence[Round]) -> list[Asked]:
    """What people saw or are about to, in order; what could not be posted can still be asked."""
    seen = [one for one in rounds if one.ref is not None or one.state is RoundState.PLANNED]
    return [Asked(question=one.question, date=one.date) for one in seen]


async def extra_slot(world: World, community: Community) -> tuple[str, Slot]:
    """Key and moments of one more question now; it closes when the next one of the schedule opens."""
    now, schedule = world.clock.now(), community.schedule
    day = schedule.local_date(now)
    number = sum(one.key.startswith(f"{day}+") for one in await world.agenda.rounds(community.id))
    closes, following = now + schedule.open_for, next_slot(schedule, now)
    if following is not None:
        closes = min(closes, following.opens)
    return f"{day}+{number}", Slot(date=day, opens=now, closes=closes, reveals=closes + schedule.reveal_after)


async def publish(world: World, community: Community, planned: Round, place: Place, seat: int) -> Ref:
    """Show a planned round in a place of its community.

    Raises:
        BankTrouble: its question is gone.
        ChatTrouble: it may or may not have arrived.
    """
    question = world.question_of(planned)
    if question is None:
        raise BankTrouble(
            "The question {question} was planned and is no longer in the bank.", question=planned.question
        )
    shown = replace(card(planned, question, world.version_for(question)), ping=community.schedule.ping)
    return await world.chat_at(place).publish(place, shown, key=full_key(planned, seat))


async def low_pool(world: World, community: Community) -> list[Errand]:
    """A note when few unused questions are left: once a turn of the pool, and once for ever where the pool is small."""
    history = asked(await world.agenda.rounds(community.id))
    pool = Pool(world.bank.questions(community.id), history, versions=world.versions, source=community.schedule.source)
    left = len(pool.fresh())
    if left >= FEW:
        return []
    turn = f"{pool.turn}" if len(pool.questions) >= FEW else "small"
    return [note(community, f"few-{turn}", Sentence(words.FEW_LEFT, left=left), now=world.clock.now())]


def full_key(one: Round, seat: int = 0) -> str:
    """A round's key among all communities', in one place."""
    return f"{one.community}:{one.key}{at_seat(seat)}"


def stand_in(question: Question, *, id: RoundId, community: CommunityId, closes: datetime) -> Round:  # noqa: A002
    """What a card is made of where there is no round: a question that is only shown, and nothing is written down."""
    return Round(
        id=id,
        community=community,
        key="",
        question=question.id,
        key_hash=question.key_hash,
        topic=question.topic,
        date=closes.date(),
        opens=closes,
        closes=closes,
        reveals=closes,
        state=RoundState.OPEN,
    )


def card(one: Round, question: Question, version: Version, *, closed: bool = False) -> QuestionCard:
    """The public side of a question."""
    task = question.task
    return QuestionCard(
        round=one.id,
        title=question.title,
        topic=question.topic,
        level=question.level,
        kind=question.kind,
        prompt=question.prompt,
        worth=worth(question),
        hints=len(question.hints),
        tries=TRIES,
        closes=one.closes,
        python=f"{version[0]}.{version[1]}",
        program=question.program,
        options=tuple(option.text for option in task.options) if isinstance(task, Choice) else (),
        many=isinstance(task, Choice) and task.many,
        keep_order=isinstance(task, Choice) and task.keep_order,
        given=_given(task),
        lines=tuple(line.text for line in task.lines) if isinstance(task, Ordering) else (),
        blanks=task.number if isinstance(task, Blanks) else 0,
        examples=_examples(task),
        closed=closed,
        voided=isinstance(one.ruling, Voided),
    )


def _given(task: Task) -> str:
    match task:
        case Coding():
            return task.given
        case Blanks():
            return task.program
        case _:
            return ""


def _examples(task: Task) -> tuple[Example, ...]:
    if not isinstance(task, Coding | Blanks):
        return ()
    shown = [case for case in task.cases if case.visible]
    return tuple(Example(call=one.session, expected=translated(expectation(one.expected))) for one in shown)
