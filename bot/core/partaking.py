"""A study night for whoever is in the room: its card, and answering it alone and once."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bot.core import words
from bot.core.cards import QuestionCard
from bot.core.languages import explained, say
from bot.core.messages import (
    ANSWER,
    Accept,
    Answer,
    Ask,
    Command,
    Correct,
    Deed,
    Filled,
    Note,
    Show,
    Submission,
    VerdictView,
    View,
    WantsEditor,
)
from bot.core.posting import card, stand_in
from bot.core.queueing import unjudged
from bot.core.records import Community, Round
from bot.core.verdicts import verdict_on
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.errors import AnswerMistake, JudgeTrouble
from bot.quiz.ids import MemberId
from bot.quiz.lives import Live, night_of, points
from bot.quiz.questions import Question
from bot.quiz.reading import read


async def in_the_room(world: World, deed: Deed) -> Deed:
    """What is typed, and so names no card, is about the question of a study night here while that takes answers.

    An answer meant for the daily question does no harm there; the other way round it would cost a try.
    """
    if isinstance(deed, Filled) or not _names_none(deed):
        return deed
    community = await world.community_at(deed.place)
    now = await world.lives.live_now(community.id) if community else None
    if now is None or now.shown or now.place != deed.place or len(now.refs) <= now.at:
        return deed
    return replace(deed, round=now.round)


def _names_none(deed: Command | Submission | WantsEditor) -> bool:
    """A sprint, a review and a trial are about questions of their own."""
    match deed:
        case Command(name=name, round=None):
            return name in (ANSWER, "hint")
        case Submission(to=to, round=None) | WantsEditor(to=to, round=None):
            return to == ANSWER
        case _:
            return False


async def open_live(world: World, deed: WantsEditor) -> Answer:
    """*Answer* was pressed on the card of a study night."""
    found = await _found(world, deed)
    return found if isinstance(found, Show) else Ask(night_card(world, found[1], found[2]), to=deed.to)


async def answer_live(world: World, deed: Submission) -> Answer:
    """An answer to it."""
    found = await _found(world, deed)
    if isinstance(found, Show):
        return found
    community, now, question = found
    try:
        said = read(question, deed.answer)
    except AnswerMistake as mistake:
        return Correct(explained(mistake))
    return Accept(partial(_judge, world, community, deed, now, question, said))


async def _found(world: World, deed: WantsEditor | Submission) -> tuple[Community, Live, Question] | Show:
    community = await world.community_at(deed.place)
    number, at = night_of(deed.round) if deed.round is not None else (0, 0)
    now = await world.lives.live(number)
    question = world.bank.question(now.current) if now else None
    if community is None or now is None or question is None or now.community != community.id:
        return Show(Note(say(words.NOTHING_OPEN)))
    if now.over or now.shown or now.at != at:
        return Show(Note(say(words.LIVE_CLOSED)))
    return community, now, question


async def _judge(
    world: World, community: Community, deed: Submission, now: Live, question: Question, said: QuizAnswer
) -> View:
    member = await world.member(deed.who)
    async with world.turns.of(member.id):
        if member.id in await given_so_far(world, now):
            return Note(say(words.LIVE_ONCE))
        try:
            verdict = await verdict_on(world, question, said, community=community.id, member=member.id)
        except JudgeTrouble as trouble:
            return Note(say(words.CANNOT_RUN, trouble=unjudged(trouble)))
        current = await world.lives.live(now.id)
        if current is None or current.shown or current.at != now.at:
            return Note(say(words.LIVE_CLOSED))
        await world.lives.answer_live(now.id, now.at, member.id, right=verdict.right)
    total = points(await world.lives.live_answers(now.id))[member.id]
    so_far = say(words.LIVE_SO_FAR, points=total)
    return VerdictView(verdict=verdict, lines=(), tries_left=0, total=total, round=now.round, counted=False, why=so_far)


async def given_so_far(world: World, now: Live) -> Mapping[MemberId, bool]:
    """First answers to the question that is shown, and whether they were right."""
    return (await world.lives.live_answers(now.id)).get(now.at, {})


def night_card(world: World, now: Live, question: Question) -> QuestionCard:
    """The card of the question that is shown: one answer, one point, no hints."""
    shown = card(night_round(world, now, question), question, world.version_for(question))
    return replace(shown, hints=0, tries=1, worth=1, hosted=True)


def night_round(world: World, now: Live, question: Question) -> Round:
    """What stands for a round: nothing is written down of it."""
    return stand_in(question, id=now.round, community=now.community, closes=world.clock.now())
