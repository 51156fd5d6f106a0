"""Closing a question and showing everybody the answer, with why each option is right or wrong."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from bot.core.asking import Asked
from bot.core.cards import OptionShare, RevealCard
from bot.core.hinting import key_on
from bot.core.posting import card, full_key
from bot.core.records import Community, Entry, Round, RoundState
from bot.core.world import World
from bot.quiz.answers import Picked
from bot.quiz.errors import Gone, Refused
from bot.quiz.ids import MemberId
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.rulings import Ruling, Voided
from bot.quiz.tasks import Choice, Essay


async def show_closed(world: World, community: Community, one: Round) -> None:
    """The card says that no more answers are taken, where the platform lets it be revised."""
    question = world.question_of(one)
    if question is not None and one.ref is not None:
        closed = Asked(community=community, round=replace(one, state=RoundState.CLOSED), question=question)
        with suppress(Gone, Refused):
            await world.chat_at(community.place).revise(one.ref, closed.card(world))


async def show_ruled(world: World, community: Community, one: Round, ruling: Ruling | None) -> None:
    """A moderator ruled on it: the answer as it is now where it was shown, and on the card whether it is in the game.

    Raises:
        ChatTrouble: it could not be shown.
    """
    now = replace(one, ruling=ruling)
    question = world.question_of(now)
    if one.state is RoundState.REVEALED:
        await show_answer(world, community, now)
    elif question and one.ref and isinstance(ruling, Voided) is not isinstance(one.ruling, Voided):
        with suppress(Gone, Refused):  # the note that follows says it as well
            card_now = Asked(community=community, round=now, question=question).card(world)
            await world.chat_at(community.place).revise(one.ref, card_now)


async def show_answer(world: World, community: Community, one: Round) -> None:
    """The card is revised with the answer, or answered by a new message where it cannot be revised any more.

    Raises:
        ChatTrouble: neither was possible.
    """
    question = world.question_of(one)
    if question is None or one.ref is None:
        return
    view = reveal_card(
        world.version_for(question), one, question, await world.ledger.history(community.id, round=one.id)
    )
    chat, under = world.chat_at(community.place), one.ref
    try:
        await chat.revise(one.ref, view)
    except Refused:
        await chat.publish(community.place, view, key=f"{full_key(one)}:reveal", under=under)
    except Gone:  # somebody deleted the card, and what is gone cannot be answered
        await chat.publish(community.place, view, key=f"{full_key(one)}:reveal")


def reveal_card(version: Version, one: Round, question: Question, entries: Sequence[Entry]) -> RevealCard:
    """The answer, why, and how people did; shares count first answers only."""
    first: dict[MemberId, Entry] = {}
    for entry in entries:
        first.setdefault(entry.member, entry)
    return RevealCard(
        question=card(one, question, version, closed=True),
        title=question.title,
        kind=question.kind,
        key="" if isinstance(question.task, Choice) else key_on(version, question).strip("\n"),
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
