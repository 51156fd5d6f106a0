"""The daily question: picked by a pure rule, written down, then published under its key.

A crash between any two steps leads to one post: the round is planned with its question before anything is sent,
the next heartbeat finds it planned, and `Chat.publish` sends one message per key, ever.
"""

import logging
from datetime import UTC, datetime

from bot.core.messages import Example, QuestionCard
from bot.core.records import Community, Round, RoundState
from bot.core.world import World
from bot.quiz.errors import BankTrouble
from bot.quiz.grading import expectation
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.schedules import Slot, due, next_slot
from bot.quiz.scoring import TRIES, worth
from bot.quiz.selection import Asked, pick
from bot.quiz.tasks import Blanks, Choice, Coding, Ordering, Task

log = logging.getLogger(__name__)


async def open_due(world: World, community: Community) -> Round | None:
    """Post what is due in a community: the newest slot within its catch-up window."""
    now = world.clock.now()
    slots = due(community.schedule, now - community.schedule.catch_up, now)
    running = [slot for slot in slots if slot.closes > now]
    if not running:
        return None
    planned = await _plan(world, community, running[-1], key=f"{running[-1].date}")
    return await publish(world, community, planned) if planned.state is RoundState.PLANNED else None


async def post_extra(world: World, community: Community) -> Round:
    """A moderator asks for one more question now; it closes when the next one of the schedule opens.

    Raises:
        BankTrouble: there is nothing to ask.
    """
    now = world.clock.now()
    day = community.schedule.local_date(now)
    extra = sum(one.date == day for one in await world.agenda.rounds(community.id))
    closes, following = now + community.schedule.open_for, next_slot(community.schedule, now)
    if following is not None:
        closes = min(closes, following.opens)
    slot = Slot(date=day, opens=now, closes=closes, reveals=closes + community.schedule.reveal_after)
    return await publish(world, community, await _plan(world, community, slot, key=f"{day}+{extra}"))


async def publish(world: World, community: Community, planned: Round) -> Round:
    """Show a planned round to its community and mark it open."""
    question = world.question_of(planned)
    if question is None:
        raise BankTrouble(f"The question {planned.question} was planned and is no longer in the bank.")
    chat = world.chat_at(community.place)
    ref = await chat.publish(community.place, card(planned, question, world.version), key=full_key(planned))
    await world.agenda.move(planned.id, RoundState.OPEN, ref=ref)
    log.info("question.posted", extra={"community": community.id, "question": question.id, "round": planned.id})
    return planned


def full_key(one: Round) -> str:
    """A round's key among all communities'."""
    return f"{one.community}:{one.key}"


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
        given=_given(task),
        lines=tuple(line.text for line in task.lines) if isinstance(task, Ordering) else (),
        blanks=task.number if isinstance(task, Blanks) else 0,
        examples=_examples(task),
        closed=closed,
    )


async def _plan(world: World, community: Community, slot: Slot, *, key: str) -> Round:
    rounds = await world.agenda.rounds(community.id)
    known = next((one for one in rounds if one.key == key), None)
    if known is not None:
        return known
    question = pick(
        world.bank.questions(),
        [Asked(question=one.question, date=one.date) for one in rounds],
        day=slot.date,
        seed=community.seed,
        version=world.version,
    )
    return await world.agenda.plan(community.id, key, slot, question)


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
    return tuple(Example(call=case.session, expected=expectation(case.expected)) for case in task.cases if case.visible)


def at_utc(moment: datetime) -> str:
    """A moment for people: `2026-11-24 09:00`."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"
