"""A study night in a channel: a host shows question after question, and people answer alone."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.core import words
from bot.core.auditing import record
from bot.core.cards import QuestionCard
from bot.core.languages import explained, say, speaking
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
from bot.core.notation import called
from bot.core.pages import Action, Page, Row, Style
from bot.core.posting import card, stand_in
from bot.core.queueing import unjudged
from bot.core.records import Community, Round, RoundState
from bot.core.revealing import reveal_card
from bot.core.verdicts import verdict_on
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.errors import AnswerMistake, ChatTrouble, Gone, JudgeTrouble, Refused
from bot.quiz.ids import MemberId
from bot.quiz.lives import LENGTH, Live, chosen, night_of, points
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.rulings import Voided
from bot.quiz.sentences import Sentence
from bot.quiz.sources import within
from bot.quiz.standings import PARTICIPANTS_FOR_A_WINNER, PUBLIC_ROWS, Standing, Tally, ranked


async def live(world: World, community: Community, deed: Command) -> Answer:
    """`live TOPIC [HOW MANY]`, then `live reveal`, `live next`, `live stop`; alone, the host's panel."""
    running = await world.lives.live_now(community.id)
    word = deed.text.strip()
    act = _HOST.get(word)
    if running is None:
        return await _begin(world, community, deed) if word and act is None else Show(Note(say(words.NO_LIVE)))
    if word and act is None:
        return Show(Note(say(words.LIVE_RUNS, title=running.title)))
    return Accept(partial(act or _panel, world, community, running))


async def _begin(world: World, community: Community, deed: Command) -> Answer:
    topic, _, many = deed.text.strip().partition(" ")
    if many.strip() and not many.strip().isdecimal():
        return Show(Note(say(words.LIVE_SHAPE)))
    known = [one for one in await _known(world, community) if within(one.topic, (topic,)) or topic == "all"]
    day = community.schedule.local_date(world.clock.now())
    questions = chosen(known, many=int(many.strip() or LENGTH), day=day, seed=community.seed)
    if not questions:
        return Show(Note(say(words.LIVE_NOTHING, topic=topic[:40])))
    wish = Live(id=0, community=community.id, place=deed.place, title=topic, questions=questions)
    begun = await world.lives.begin_live(wish)
    await record(world, community, deed, Sentence(words.LIVE_BEGUN, questions=len(questions)))
    return Accept(partial(_post, world, community, begun))


async def _known(world: World, community: Community) -> list[Question]:
    """What was revealed here, and what the schedule never asks: nothing that is still to come."""
    rounds = [one for one in await world.agenda.rounds(community.id) if one.ref and not isinstance(one.ruling, Voided)]
    seen = {one.question for one in rounds if one.state is RoundState.REVEALED}
    allows, pinned = community.schedule.source.allows, {one for _, one in community.schedule.source.pins}
    able = [one for one in world.bank.questions(community.id) if one.live and one.python.any_of(world.versions)]
    return [one for one in able if one.id in seen or (not allows(one.topic) and one.id not in pinned)]


async def _post(world: World, community: Community, now: Live) -> View:
    question = world.bank.question(now.current)
    if question is None:
        return Note(say(words.QUESTION_GONE))
    key = f"{community.id}:live-{now.id}-{now.at}:open"
    try:
        with speaking(community.schedule.language):
            ref = await world.chat_at(now.place).publish(now.place, _card(world, now, question), key=key)
    except ChatTrouble as trouble:
        return Note(say(words.LIVE_NOT_SHOWN, trouble=explained(trouble)))
    after = now.posted(ref)
    await world.lives.keep_live(after)
    return await _panel(world, community, after)


async def _reveal(world: World, community: Community, now: Live) -> View:
    """The answer in the place of the card; once more shows the same."""
    question = world.bank.question(now.current)
    if question is None or len(now.refs) <= now.at:
        return await _post(world, community, now)
    given = await _given(world, now)
    shown = reveal_card(world.version_for(question), _round(world, now, question), question, ())
    asked = replace(shown.question, hosted=True, worth=1)
    view = replace(shown, question=asked, took_part=len(given), solved=sum(given.values()))
    ref, chat = now.refs[now.at], world.chat_at(now.place)
    with speaking(community.schedule.language):
        try:
            await chat.revise(ref, view)
        except (Gone, Refused):
            await chat.publish(now.place, view, key=f"{community.id}:live-{now.id}-{now.at}:reveal")
    after = replace(now, shown=True)
    await world.lives.keep_live(after)
    return await _panel(world, community, after)


async def _next(world: World, community: Community, now: Live) -> View:
    if not now.shown:
        await _reveal(world, community, now)
    if now.last:
        return await _stop(world, community, replace(now, shown=True))
    after = now.next()
    await world.lives.keep_live(after)
    return await _post(world, community, after)


async def _stop(world: World, community: Community, now: Live) -> View:
    """The end: how it went, for everybody."""
    if not now.shown and len(now.refs) > now.at:
        await _reveal(world, community, now)
    await world.lives.keep_live(replace(now, shown=True, over=True))
    with speaking(community.schedule.language):
        page = await _results(world, community, now)
        await world.chat_at(now.place).publish(now.place, page, key=f"{community.id}:live-{now.id}:end")
    return Note(say(words.LIVE_OVER))


_HOST: Mapping[str, Callable[[World, Community, Live], Awaitable[View]]] = {
    "reveal": _reveal,
    "next": _next,
    "stop": _stop,
}


async def _panel(world: World, community: Community, now: Live) -> View:  # noqa: ARG001 - as every act of a host
    given = await _given(world, now)
    stands = say(words.LIVE_AT, number=now.at + 1, of=len(now.questions), answered=len(given))
    show = Action(label=say(words.LIVE_SHOW), name="live", text="reveal", style=Style.PRIMARY)
    go_on = Action(label=say(words.LIVE_NEXT), name="live", text="next", style=Style.PRIMARY)
    return Page(
        title=say(words.LIVE, title=now.title),
        text=stands,
        actions=(
            go_on if now.shown else show,
            Action(label=say(words.LIVE_LOOK), name="live"),
            Action(label=say(words.LIVE_STOP), name="live", text="stop", style=Style.DANGER),
        ),
    )


async def _results(world: World, community: Community, now: Live) -> Page:
    people = {one.id: one for one in await world.corrections.people(community.id)}
    earned = points(await world.lives.live_answers(now.id))
    tallies = [
        Tally(member=member, name=people[member].alias or people[member].name, points=score)
        for member, score in earned.items()
        if member in people and not people[member].hidden
    ]
    table = ranked(tallies)
    rows = [Row(text=f"{one.rank}. {called(one.name)}", detail=_score(one, now)) for one in table[:PUBLIC_ROWS]]
    best = ", ".join(called(one.name) for one in table if one.rank == 1 and one.points)
    won = [say(words.LIVE_WON, names=best)] if best and len(table) >= PARTICIPANTS_FOR_A_WINNER else []
    text = " ".join([say(words.LIVE_RESULT, people=len(earned), questions=now.at + 1), *won])
    return Page(title=say(words.LIVE, title=now.title), text=text, rows=tuple(rows))


def _score(one: Standing, now: Live) -> str:
    return say(words.LIVE_SCORE, points=one.points, of=now.at + 1)


# ---- for whoever is in the room -------------------------------------------------------------------------


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
    return found if isinstance(found, Show) else Ask(_card(world, found[1], found[2]), to=deed.to)


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
        if member.id in await _given(world, now):
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


async def _given(world: World, now: Live) -> Mapping[MemberId, bool]:
    """First answers to the question that is shown, and whether they were right."""
    return (await world.lives.live_answers(now.id)).get(now.at, {})


def _card(world: World, now: Live, question: Question) -> QuestionCard:
    shown = card(_round(world, now, question), question, world.version_for(question))
    return replace(shown, hints=0, tries=1, worth=1, hosted=True)


def _round(world: World, now: Live, question: Question) -> Round:
    return stand_in(question, id=now.round, community=now.community, closes=world.clock.now())
