"""A study night in a channel, for its host: question after question, answer after answer, and how it went."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.core import words
from bot.core.auditing import record
from bot.core.languages import explained, say, speaking
from bot.core.messages import (
    Accept,
    Answer,
    Command,
    Note,
    Show,
    View,
)
from bot.core.notation import called
from bot.core.pages import Action, Page, Row, Style
from bot.core.partaking import given_so_far, night_card, night_round
from bot.core.records import Community, RoundState
from bot.core.revealing import reveal_card
from bot.core.world import World
from bot.quiz.errors import ChatTrouble, Gone, Refused
from bot.quiz.lives import LENGTH, Live, chosen, points
from bot.quiz.questions import Question
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
            ref = await world.chat_at(now.place).publish(now.place, night_card(world, now, question), key=key)
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
    given = await given_so_far(world, now)
    shown = reveal_card(world.version_for(question), night_round(world, now, question), question, ())
    asked = replace(night_card(world, now, question), closed=True)
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
    given = await given_so_far(world, now)
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
