"""A question before it is asked, for moderators alone: its card as learners will see it, trying it out, and the reveal.

A rehearsed question has a round number of its own below zero, made of its id, so that buttons on its card work after a
restart. Nothing of it is written down.
"""

import zlib
from dataclasses import replace
from functools import partial

from bot.core import words
from bot.core.cards import QuestionCard, RevealCard
from bot.core.languages import explained, say
from bot.core.messages import (
    Accept,
    Answer,
    Ask,
    Command,
    Correct,
    HintView,
    Note,
    Show,
    Submission,
    VerdictView,
    View,
    WantsEditor,
)
from bot.core.posting import card, stand_in
from bot.core.previewing import coming
from bot.core.records import Community, Round
from bot.core.revealing import reveal_card
from bot.core.verdicts import uncounted_verdict
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.errors import AnswerMistake, BankTrouble
from bot.quiz.ids import QuestionId, RoundId
from bot.quiz.lives import lived
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.scoring import HINT_COST, TRIES
from bot.quiz.spelling import meant


def rehearsed(number: RoundId | None) -> bool:
    """Whether a round is none: a question that is only looked at."""
    return number is not None and number < 0 and not lived(number)


async def preview(world: World, community: Community, deed: Command) -> Answer:
    """`preview [QUESTION|DATE]`: its card as it will be posted, and the reveal after it; alone, the next to come."""
    try:
        question = await _meant(world, community, deed.text.strip())
    except BankTrouble as trouble:
        return Show(Note(explained(trouble)))
    if question is None:
        return _unknown(world, community, deed.text.strip())
    return Show(rehearsal_card(world, community, question), partial(_reveal, world, community, question))


async def try_preview(world: World, community: Community, deed: Command) -> Answer:
    """`try QUESTION ANSWER`: what an answer to it would get, for chats without buttons."""
    name, _, said = deed.text.strip().partition(" ")
    name, _, more = name.partition("\n")
    question = world.question_in(community, QuestionId(name))
    if question is None:
        return _unknown(world, community, name)
    return _judged(world, community, deed, question, f"{said}\n{more}".strip())


def _unknown(world: World, community: Community, name: str) -> Show:
    near = meant(name, [str(one.id) for one in world.bank.questions(community.id)])
    return Show(Note(say(words.NO_QUESTION, name=name[:60], meant=near)))


async def open_rehearsal(world: World, deed: WantsEditor) -> Answer:
    """*Answer* was pressed on a card that is only looked at."""
    found = await _found(world, deed)
    return found if isinstance(found, Show) else Ask(rehearsal_card(world, *found), to=deed.to)


async def answer_rehearsal(world: World, deed: Submission) -> Answer:
    """An answer to it: judged, and not written down."""
    found = await _found(world, deed)
    return found if isinstance(found, Show) else _judged(world, found[0], deed, found[1], deed.answer)


async def hint_rehearsal(world: World, deed: Command) -> Answer:
    """Every hint at once; nobody pays for them."""
    found = await _found(world, deed)
    if isinstance(found, Show):
        return found
    hints = found[1].hints
    if not hints:
        return Show(Note(say(words.NO_HINTS)))
    text = "\n".join(f"{number}. {hint}" for number, hint in enumerate(hints, 1))
    return Show(HintView(number=len(hints), of=len(hints), text=text, cost=HINT_COST, round=deed.round))


async def _found(world: World, deed: Command | Submission | WantsEditor) -> tuple[Community, Question] | Show:
    community = await world.community_at(deed.place)
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    question = next((one for one in world.bank.questions(community.id) if _number(one.id) == deed.round), None)
    if question is None:
        return Show(Note(say(words.QUESTION_GONE)))
    return community, question


def _judged(
    world: World, community: Community, deed: Command | Submission, question: Question, said: str | QuizAnswer
) -> Answer:
    try:
        answer = read(question, said)
    except AnswerMistake as mistake:
        return Correct(explained(mistake))
    return Accept(partial(_verdict, world, community, deed, question, answer))


async def _verdict(
    world: World, community: Community, deed: Command | Submission, question: Question, answer: QuizAnswer
) -> View:
    member = await world.member(deed.who)
    found = await uncounted_verdict(world, question, answer, community=community.id, member=member.id)
    if isinstance(found, str):
        return Note(found)
    return VerdictView(
        verdict=found,
        lines=(),
        tries_left=TRIES,
        why=question.why if found.right else "",
        round=_number(question.id),
        counted=False,
    )


async def _meant(world: World, community: Community, text: str) -> Question | None:
    """By id, by the day it comes on, or the next to come."""
    if text and (question := world.question_in(community, QuestionId(text))):
        return question
    ahead = await coming(world, community)
    return next((one.question for one in ahead if text in ("", f"{one.slot.date}")), None)


async def _reveal(world: World, community: Community, question: Question) -> RevealCard:
    return reveal_card(world.version_for(question), _round(world, community, question), question, ())


def rehearsal_card(world: World, community: Community, question: Question) -> QuestionCard:
    """The card of a question as it would be posted now; its round is none."""
    shown = card(_round(world, community, question), question, world.version_for(question))
    return replace(shown, ping=community.schedule.ping)


def _round(world: World, community: Community, question: Question) -> Round:
    closes = world.clock.now() + community.schedule.open_for
    return stand_in(question, id=_number(question.id), community=community.id, closes=closes)


def _number(id: QuestionId) -> RoundId:  # noqa: A002 - the noun's own word
    return RoundId(-1 - zlib.crc32(id.encode()))
