"""A sprint: asked for by one person, answered question after question, timed for them alone, on a board of its own."""

from dataclasses import dataclass

from bot.core import words
from bot.core.messages import Answer, Command, Correct, Note, Show, SprintView
from bot.core.posting import card
from bot.core.records import Community, Member, Round, RoundState
from bot.core.world import World
from bot.quiz.cleaning import clean_name
from bot.quiz.errors import AnswerMistake
from bot.quiz.grading import grade
from bot.quiz.ids import QuestionId
from bot.quiz.questions import Question
from bot.quiz.reading import read
from bot.quiz.rulings import Voided
from bot.quiz.sprints import FEWEST, TIME, Sprint, chosen, speed_points
from bot.quiz.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Who sprints where, and what they can be asked."""

    community: Community
    member: Member
    known: dict[QuestionId, tuple[Round, Question]]


async def sprint(world: World, deed: Command) -> Answer:
    """`sprint` begins the one of the day and starts the timer; `sprint ANSWER` answers and shows the next question."""
    community = await world.community_at(deed.place)
    if community is None:
        return Show(Note(words.NOT_HERE))
    member = await world.ledger.member(deed.who.address, clean_name(deed.who.name))
    runner = Runner(community=community, member=member, known=await _known(world, community))
    async with world.turns.of(member.id):
        day = community.schedule.local_date(world.clock.now())
        at = await world.sprints.sprint(community.id, member.id, day)
        if at is None:
            return await _begin(world, runner)
        if deed.text.strip() and at.current in runner.known:
            return await _answer(world, runner, at, deed.text)
        return Show(_view(world, runner, at))


async def _known(world: World, community: Community) -> dict[QuestionId, tuple[Round, Question]]:
    """What this community has seen revealed, and the bank still has."""
    rounds = [one for one in await world.agenda.rounds(community.id) if one.state is RoundState.REVEALED and one.ref]
    fair = [one for one in rounds if not isinstance(one.ruling, Voided)]
    return {question.id: (one, question) for one in fair if (question := world.question_of(one)) is not None}


async def _begin(world: World, runner: Runner) -> Answer:
    now, community = world.clock.now(), runner.community
    day = community.schedule.local_date(now)
    known = [question for _, question in runner.known.values()]
    questions = chosen(known, member=runner.member.id, day=day, seed=community.seed)
    if len(questions) < FEWEST:
        return Show(Note(words.NO_SPRINT.format(fewest=FEWEST)))
    begun = Sprint(day=day, questions=questions, shown=now)
    await world.sprints.keep(community.id, runner.member.id, begun)
    return Show(_view(world, runner, begun))


async def _answer(world: World, runner: Runner, at: Sprint, text: str) -> Answer:
    question = runner.known[at.questions[len(at.results)]][1]
    try:
        said = read(question, text)
    except AnswerMistake as mistake:
        return Correct(str(mistake))
    now = world.clock.now()
    verdict = grade(question, said, version=world.version_for(question))
    after = at.answered(speed_points(question, now - at.shown, right=verdict.right), now)
    await world.sprints.keep(runner.community.id, runner.member.id, after)
    return Show(_view(world, runner, after, verdict))


def _view(world: World, runner: Runner, at: Sprint, verdict: Verdict | None = None) -> SprintView:
    """Where they are; a question that left the bank meanwhile ends the sprint."""
    shown = runner.known.get(at.current) if at.current else None
    return SprintView(
        number=len(at.results) + 1,
        of=len(at.questions),
        card=card(*shown, world.version_for(shown[1])) if shown else None,
        seconds=max(0, int((at.shown + TIME - world.clock.now()).total_seconds())),
        points=at.points,
        verdict=verdict,
        earned=at.results[-1] if verdict else 0,
    )
