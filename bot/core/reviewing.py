"""Reviewing what one missed: judged like any other answer, scoring nothing, and coming back by how well it went."""

from dataclasses import replace
from functools import partial

from bot.core import labels, ownwords, words
from bot.core.cards import QuestionCard
from bot.core.decks import Desk, Due, desk_of
from bot.core.hinting import key_on
from bot.core.languages import explained, say
from bot.core.messages import (
    REVIEW,
    Accept,
    Answer,
    Ask,
    Command,
    Correct,
    Note,
    Person,
    Show,
    Submission,
    VerdictView,
    View,
    WantsEditor,
)
from bot.core.pages import Action, Page
from bot.core.posting import card
from bot.core.steps import go_on, my_progress
from bot.core.verdicts import uncounted_verdict
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.answers import Written
from bot.quiz.errors import AnswerMistake
from bot.quiz.ids import Place, RoundId
from bot.quiz.reading import read
from bot.quiz.recalls import GUESSABLE, Rating, Recall
from bot.quiz.tasks import Essay
from bot.quiz.verdicts import Verdict


async def open_review(world: World, deed: WantsEditor) -> Answer:
    """They want something to write their answer in."""
    desk = await _desk(world, deed.who, deed.place)
    one = desk.at(deed.round) or desk.at(None)
    return Ask(_card(world, one), to=REVIEW) if one else Show(nothing_due(desk))


async def review(world: World, deed: Command | Submission) -> Answer:
    """`review` asks what is due first; with an answer behind it, it judges that."""
    desk = await _desk(world, deed.who, deed.place)
    if isinstance(deed, Command) and (told := _told(desk, deed.text)):
        return Accept(partial(_grade_oneself, world, deed, *told))
    given = deed.answer if isinstance(deed, Submission) else deed.text.strip()
    one = desk.at(deed.round)
    if one is None:
        return Show(nothing_due(desk))
    if not given:
        return Ask(_card(world, one), to=REVIEW)
    try:
        said = read(one.asked.question, given)
    except AnswerMistake as mistake:
        return Correct(explained(mistake))
    return Accept(partial(_judge, world, deed, one, said))


def nothing_due(desk: Desk) -> Page:
    """Nothing is to be reviewed now."""
    text = say(ownwords.REVIEW_EMPTY)
    if desk.next_day:
        text = say(ownwords.REVIEW_DONE, day=desk.next_day, number=len(desk.all))
    today = Action(label=say(labels.TODAY), name="today")
    return Page(title=say(labels.REVIEW), text=text, actions=(today, my_progress()))


async def rate(world: World, recall: Recall, rating: Rating, desk: Desk) -> Recall:
    """Write down how it went; once a study day, so that a second delivery changes nothing."""
    if recall.memory.seen >= desk.day:
        return recall
    after = recall.seen(rating, desk.day, world.spaced)
    await world.recalls.recall(desk.member.id, after)
    return after


async def _desk(world: World, who: Person, place: Place) -> Desk:
    member = await world.member(who)
    async with world.turns.of(member.id):
        return await desk_of(world, member, who, place)


def _card(world: World, one: Due) -> QuestionCard:
    asked = one.asked
    return card(asked.round, asked.question, world.version_for(asked.question), closed=True)


async def _judge(world: World, deed: Command | Submission, one: Due, said: QuizAnswer) -> View:
    asked, member = one.asked, await world.member(deed.who)
    verdict = await uncounted_verdict(world, asked.question, said, community=asked.community.id, member=member.id)
    if isinstance(verdict, str):
        return Note(verdict)
    if isinstance(said, Written):
        return _compare(one, verdict)
    async with world.turns.of(member.id):
        desk = await desk_of(world, member, deed.who, deed.place)
        before = (desk.at(one.recall.round) or one).recall
        after = await rate(world, before, Rating.GOOD if verdict.right else Rating.AGAIN, desk)
    return _seen(world, replace(one, recall=after), desk, verdict, again=after == before)


def _seen(world: World, one: Due, desk: Desk, verdict: Verdict, *, again: bool) -> VerdictView:
    question = one.asked.question
    left = sum(other.recall.question != question.id for other in desk.due)
    told = [say(ownwords.REVIEW_AGAIN, day=one.recall.memory.due)]
    told += [say(ownwords.REVIEW_LEFT, number=left)] if left else []
    guess = Action(label=say(labels.I_GUESSED), name="guessed", text=REVIEW)
    guessable = verdict.right and not again and question.kind in GUESSABLE
    key = key_on(world.version_for(question), question)
    answer = f"\n```python\n{key.strip()}\n```" if key.startswith("\n") else key
    return VerdictView(
        verdict=replace(verdict, reasons=(*verdict.reasons, *told)),
        lines=(),
        tries_left=0,
        why=question.why if verdict.right else say(words.ANSWER_SHOWN, answer=answer, why=question.why),
        counted=False,
        again=again,
        round=one.recall.round,
        actions=(*[go_on()] * bool(left), *[guess] * guessable, my_progress()),
    )


def _compare(one: Due, verdict: Verdict) -> VerdictView:
    """Words are graded by who wrote them."""
    task = one.asked.question.task
    points = "\n".join(f"- {criterion.text}" for criterion in task.rubric) if isinstance(task, Essay) else ""
    model = f"{task.model.strip()}\n\n{points}" if isinstance(task, Essay) else ""
    grades = {Rating.GOOD: labels.KNEW_IT, Rating.HARD: labels.KNEW_SOME, Rating.AGAIN: labels.KNEW_NOTHING}
    return VerdictView(
        verdict=verdict,
        lines=(),
        tries_left=0,
        model=model,
        counted=False,
        round=one.recall.round,
        actions=tuple(
            Action(label=say(label), name="review", text=f"{rating} {one.recall.round}")
            for rating, label in grades.items()
        ),
    )


def _told(desk: Desk, text: str) -> tuple[Due, Rating] | None:
    """How somebody graded their own words: `good 12`."""
    rating, _, number = text.strip().partition(" ")
    one = desk.at(RoundId(int(number))) if number.isdecimal() and rating in [*Rating] else None
    return (one, Rating(rating)) if one and isinstance(one.asked.question.task, Essay) else None


async def _grade_oneself(world: World, deed: Command, one: Due, rating: Rating) -> View:
    member = await world.member(deed.who)
    async with world.turns.of(member.id):
        desk = await desk_of(world, member, deed.who, deed.place)
        after = await rate(world, (desk.at(one.recall.round) or one).recall, rating, desk)
    left = sum(other.recall.question != one.recall.question for other in desk.due)
    next_step = go_on() if left else my_progress()
    text = say(ownwords.REVIEW_AGAIN, day=after.memory.due)
    return Page(title=one.asked.question.title, text=text, actions=(next_step,))
