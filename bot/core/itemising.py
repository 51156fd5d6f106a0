"""`items`: how the questions of a community do, and what looks wrong, in plain words."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.core import deskwords, words
from bot.core.languages import say
from bot.core.messages import Answer, Command, Note, Show
from bot.core.notation import letter
from bot.core.pages import Action, Page, Row
from bot.core.records import Community, Round
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
from bot.quiz.answers import Code, Filled, Ordered, Picked, Spotted, Typed, dumps, loads
from bot.quiz.ids import QuestionId, RoundId
from bot.quiz.items import Item, Merits, Way, analysed
from bot.quiz.questions import Question
from bot.quiz.rulings import Voided
from bot.quiz.spelling import meant
from bot.quiz.tasks import Choice

WINDOW = timedelta(days=92)
LISTED = 12
ANSWERS = 6


async def items(world: World, deed: Command) -> Answer:
    """`items`: the list, what looks wrong first; `items ID`: one of them. Moderators only."""
    if not deed.who.moderator:
        return Show(Note(say(words.ONLY_MODERATORS)))
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(say(words.NOT_HERE)))
    found = await analysis(world, community)
    name = deed.text.strip()
    if not name:
        return Show(_list(world, found))
    one = found.get(QuestionId(name))
    question = world.question_in(community, QuestionId(name))
    if one is None or question is None:
        return Show(Note(say(deskwords.ITEM_NO_SUCH, name=name[:60], meant=meant(name, map(str, found)))))
    return Show(Page(title=question.title, text=" ".join(sentences(one)), rows=answer_rows(question, one)))


async def analysis(world: World, community: Community) -> Mapping[QuestionId, Item]:
    """The statistics of every question that was answered lately, those with severe findings first."""
    found = await _analysis(world, community)
    return dict(sorted(found.items(), key=lambda pair: (_severity(pair[1]), -pair[1].people, pair[0])))


async def item_of(world: World, community: Community, one: Round) -> Item | None:
    """The statistics of one round's question; None when nobody answered it."""
    return (await _analysis(world, community, only=one.question)).get(one.question)


async def _analysis(world: World, community: Community, *, only: QuestionId | None = None) -> Mapping[QuestionId, Item]:
    since = community.schedule.local_date(world.clock.now()) - WINDOW
    ways = await world.inbox.ways(community.id, since=since)
    rounds = {one.id: one for one in await world.agenda.rounds(community.id)}
    return await asyncio.to_thread(_of_each, world, ways, rounds, only)  # 0.1 s, of 500 people and 90 questions


def _of_each(
    world: World, ways: Sequence[Way], rounds: Mapping[RoundId, Round], only: QuestionId | None
) -> Mapping[QuestionId, Item]:
    merits, of = Merits(ways), defaultdict[QuestionId, list[Way]](list)
    for way in ways:
        one = rounds[way.round]
        if only in {None, one.question} and _counts(world, one):
            of[one.question].append(way)
    return {id_: _analysed(world, merits, mine, id_) for id_, mine in of.items()}


def _counts(world: World, one: Round) -> bool:
    """Whether a round says something about its question as it is now: not voided, and the key is the same."""
    question = world.bank.question(one.question)
    return question is not None and not isinstance(one.ruling, Voided) and one.key_hash == question.key_hash


def _analysed(world: World, merits: Merits, mine: list[Way], id_: QuestionId) -> Item:
    question = world.bank.question(id_)
    task = question.task if question else None
    options = [dumps(Picked(frozenset({at}))) for at in range(len(task.options))] if isinstance(task, Choice) else []
    many = isinstance(task, Choice) and task.many
    return analysed(mine, merits.besides(one.round for one in mine), options=() if many else options)


def _severity(one: Item) -> int:
    if any(finding.severe for finding in one.findings):
        return 0
    return 1 if one.findings else 2


def _list(world: World, found: Mapping[QuestionId, Item]) -> Page:
    if not found:
        return Page(title=say(deskwords.ITEMS_TITLE), text=say(deskwords.ITEMS_NONE))
    rows = tuple(_row(world, id_, one) for id_, one in list(found.items())[:LISTED])
    return Page(title=say(deskwords.ITEMS_TITLE), text=say(deskwords.ITEMS_TEXT), rows=rows)


def _row(world: World, id_: QuestionId, one: Item) -> Row:
    question = world.bank.question(id_)
    look = Action(label=say(deskwords.LOOK), name="items", text=str(id_))
    told = "".join(f" · {said}" for said in finding_words(one))
    return Row(
        text=say(deskwords.ITEM_ROW, id=id_, title=question.title if question else ""),
        detail=say(deskwords.ITEM_SUM, share=one.share, people=one.people, findings=told),
        actions=(look,),
    )


def finding_words(one: Item) -> list[str]:
    """What looks wrong, a clause each."""
    return [say(deskwords.FINDINGS[finding.value]) for finding in one.findings]


def sentences(one: Item) -> list[str]:
    """The statistics in words, what looks wrong first."""
    low, high = round(100 * one.low), round(100 * one.high)
    said = [f"{clause[:1].upper()}{clause[1:]}." for clause in finding_words(one)]
    said.append(say(deskwords.ITEM_SHARE, share=one.share, people=one.people, low=low, high=high))
    if one.discrimination is None:
        said.append(say(deskwords.ITEM_UNKNOWN_KIND))
    else:
        said.append(say(deskwords.ITEM_RIGHT_KIND, discrimination=one.discrimination))
    return [*said, say(deskwords.ITEM_HELP, hinted=one.hinted, people=one.people, tries=one.tries)]


def answer_rows(question: Question, one: Item) -> tuple[Row, ...]:
    """What people answered first, and whether those who know more did; code is as different as people."""
    rows = []
    for given in one.answers[:ANSWERS]:
        answer = loads(given.answer)
        if isinstance(answer, Code):
            return ()
        share, mark = round(100 * given.people / one.people), "✓" if given.right else "✗"
        text = say(deskwords.ITEM_ANSWER, mark=mark, answer=_said(question, answer), share=share)
        r = given.discrimination
        detail = "" if r is None else say(deskwords.ITEM_ANSWER_KIND, discrimination=r)
        rows.append(Row(text=text, detail=detail))
    return tuple(rows)


def _said(question: Question, answer: QuizAnswer) -> str:
    match answer:
        case Picked(options=options) if isinstance(question.task, Choice):
            known = question.task.options
            return "; ".join(f"{letter(at)}. {known[at].text}" for at in sorted(options) if at < len(known))
        case Typed(text=text):
            return text.strip()[:200]
        case Spotted():
            return str(answer)
        case Filled(blanks=blanks):
            return " · ".join(blanks)[:200]
        case Ordered(lines=lines):
            return " ".join(letter(at) for at in lines)
        case _:
            return "…"
