"""A sprint: asked for by one person, answered question after question, timed for them alone, on a board of its own."""

from dataclasses import dataclass

from bot.core import words
from bot.core.languages import explained, say
from bot.core.messages import Answer, Ask, Command, Correct, Note, Show, SprintView, Submission, WantsEditor
from bot.core.posting import card
from bot.core.records import Community, Member, Round, RoundState
from bot.core.world import World
from bot.quiz.answers import Answer as QuizAnswer
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


async def answer_sprint(world: World, deed: WantsEditor) -> Answer:
    """They want something to write the answer to the sprint's question in."""
    runner = await _runner(world, deed)
    if runner is None:
        return Show(Note(say(words.NOT_HERE)))
    day = runner.community.schedule.local_date(world.clock.now())
    at = await world.sprints.sprint(runner.community.id, runner.member.id, day)
    shown = runner.known.get(at.current) if at and at.current else None
    if shown is None:
        return await sprint(world, Command(who=deed.who, place=deed.place, name="sprint"))
    return Ask(card(*shown, world.version_for(shown[1])), to=deed.to)


async def _runner(world: World, deed: Command | Submission | WantsEditor) -> Runner | None:
    community = await world.community_at(deed.place)
    if community is None:
        return None
    member = await world.member(deed.who)
    return Runner(community=community, member=member, known=await _known(world, community))


async def sprint(world: World, deed: Command | Submission) -> Answer:
    """`sprint` begins the one of the day and starts the timer; `sprint ANSWER` answers and shows the next question."""
    runner = await _runner(world, deed)
    if runner is None:
        return Show(Note(say(words.NOT_HERE)))
    community, member = runner.community, runner.member
    given = deed.answer if isinstance(deed, Submission) else deed.text.strip()
    async with world.turns.of(member.id):
        day = community.schedule.local_date(world.clock.now())
        at = await world.sprints.sprint(community.id, member.id, day)
        if at is None:
            return await _begin(world, runner)
        if given and at.current in runner.known:
            return await _answer(world, runner, at, given)
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
        return Show(Note(say(words.NO_SPRINT, fewest=FEWEST)))
    begun = Sprint(day=day, questions=questions, shown=now)
    await world.sprints.keep(community.id, runner.member.id, begun)
    return Show(_view(world, runner, begun))


async def _answer(world: World, runner: Runner, at: Sprint, given: str | QuizAnswer) -> Answer:
    question = runner.known[at.questions[len(at.results)]][1]
    try:
        said = read(question, given)
    except AnswerMistake as mistake:
        return Correct(explained(mistake))
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
