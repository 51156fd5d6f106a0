"""Closing a question and showing everybody the answer, with why each option is right or wrong."""

import logging
from dataclasses import replace

from bot.core.asking import late_until
from bot.core.hinting import key_text
from bot.core.messages import OptionShare, RevealCard
from bot.core.posting import card, full_key
from bot.core.records import Community, Entry, Round, RoundState
from bot.core.world import World
from bot.quiz.answers import Picked
from bot.quiz.ids import MemberId
from bot.quiz.questions import Question
from bot.quiz.tasks import Choice, Essay

log = logging.getLogger(__name__)


async def close(world: World, community: Community, one: Round) -> None:
    """No more answers are taken; the card says so."""
    question = world.question_of(one)
    if question is not None and one.ref is not None:
        late = late_until(community, one)
        closed = card(one, question, world.version, closed=True)
        closed = replace(closed, late_until=late if late > one.closes else None)
        await world.chat_at(community.place).revise(one.ref, closed)
    await world.agenda.move(one.id, RoundState.CLOSED)
    log.info("question.closed", extra={"community": community.id, "round": one.id})


async def reveal(world: World, community: Community, one: Round) -> None:
    """Publish the answer under the question."""
    question = world.question_of(one)
    if question is not None:
        history = await world.ledger.history(community.id)
        view = reveal_card(world, question, [entry for entry in history if entry.round == one.id])
        chat = world.chat_at(community.place)
        await chat.publish(community.place, view, key=f"{full_key(one)}:reveal", under=one.ref)
    await world.agenda.move(one.id, RoundState.REVEALED)
    log.info("question.revealed", extra={"community": community.id, "round": one.id})


def reveal_card(world: World, question: Question, entries: list[Entry]) -> RevealCard:
    """The answer, why, and how people did; shares count first answers only."""
    first: dict[MemberId, Entry] = {}
    for entry in entries:
        first.setdefault(entry.member, entry)
    return RevealCard(
        title=question.title,
        kind=question.kind,
        key="" if isinstance(question.task, Choice) else key_text(world, question).strip("\n"),
        options=_shares(question, list(first.values())),
        why=question.why,
        sources=question.sources,
        took_part=len(first),
        solved=len({entry.member for entry in entries if entry.solved}),
        rubric=question.task.rubric if isinstance(question.task, Essay) else (),
        follow_ups=question.task.follow_ups if isinstance(question.task, Essay) else (),
    )


def _shares(question: Question, first: list[Entry]) -> tuple[OptionShare, ...]:
    if not isinstance(question.task, Choice):
        return ()
    picks = [entry.answer.options for entry in first if isinstance(entry.answer, Picked)]
    return tuple(
        OptionShare(text=option.text, right=option.right, why=option.why, chosen=sum(at in pick for pick in picks))
        for at, option in enumerate(question.task.options)
    )
