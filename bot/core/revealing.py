"""Closing a question and showing everybody the answer, with why each option is right or wrong."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from bot.core.asking import Asked
from bot.core.cards import OptionShare, RevealCard
from bot.core.crediting import credited
from bot.core.hinting import key_on
from bot.core.languages import speaking
from bot.core.posting import card, full_key
from bot.core.records import Community, Entry, Round, RoundState
from bot.core.world import World
from bot.quiz.answers import Picked
from bot.quiz.errors import Gone, Refused
from bot.quiz.ids import MemberId, Place
from bot.quiz.pythons import Version
from bot.quiz.questions import Question
from bot.quiz.tasks import Choice, Essay


async def show_closed(world: World, community: Community, one: Round, place: Place) -> None:
    """The card in a place says that no more answers are taken, where the platform lets it be revised."""
    await show_card(world, community, replace(one, state=RoundState.CLOSED), place)


async def show_card(world: World, community: Community, one: Round, place: Place) -> None:
    """The card in a place says how things stand, where the platform lets it be revised.

    Raises:
        Busy: the platform asks us to wait.
    """
    question, ref = world.question_of(one), (await world.places.posts(one.id)).get(place)
    if question is not None and ref is not None:
        asked = Asked(community=community, round=one, question=question)
        with suppress(Gone, Refused), speaking(community.schedule.language):
            await world.chat_at(place).revise(ref, asked.card(world))


async def show_ruled(world: World, community: Community, one: Round, place: Place) -> None:
    """A moderator corrected it: the answer as it is now where it was shown, or the card, as it is now.

    Raises:
        ChatTrouble: it could not be shown.
    """
    show = show_answer if one.state is RoundState.REVEALED else show_card
    await show(world, community, one, place)


async def show_answer(world: World, community: Community, one: Round, place: Place) -> None:
    """The card is revised with the answer, or answered by a new message where it cannot be revised any more.

    Raises:
        ChatTrouble: neither was possible.
    """
    question, ref = world.question_of(one), (await world.places.posts(one.id)).get(place)
    if question is None or ref is None:
        return
    entries = await world.ledger.history(community.id, round=one.id)
    view = reveal_card(world.version_for(question), one, question, entries)
    view = replace(view, question=replace(view.question, thread=community.schedule.thread))
    view = await credited(world, community, question, view)
    chat, key = world.chat_at(place), f"{full_key(one, community.seat_of(place))}:reveal"
    with speaking(community.schedule.language):
        try:
            await chat.revise(ref, view)
        except Refused:
            await chat.publish(place, view, key=key, under=ref)
        except Gone:  # somebody deleted the card, and what is gone cannot be answered
            await chat.publish(place, view, key=key)


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
