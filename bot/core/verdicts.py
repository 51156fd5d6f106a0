"""The verdict on one answer: run what has to be run, in its community's lane, and grade."""

from dataclasses import replace

from bot.core import words
from bot.core.languages import say
from bot.core.queueing import queued, unjudged
from bot.core.world import World
from bot.quiz.answers import Answer
from bot.quiz.errors import JudgeTrouble
from bot.quiz.grading import grade, needed
from bot.quiz.ids import CommunityId, MemberId
from bot.quiz.questions import Question
from bot.quiz.verdicts import Verdict


async def verdict_on(
    world: World, question: Question, answer: Answer, *, community: CommunityId, member: MemberId
) -> Verdict:
    """What became of an answer to a question.

    Raises:
        JudgeTrouble: its code could not be run at all.
    """
    version = world.version_for(question)
    run = None
    if job := needed(question, answer, version):
        run = await world.judge.run(replace(job, lane=str(community), learner=str(member)), waiting=queued())
    return grade(question, answer, version=version, run=run)


async def uncounted_verdict(
    world: World, question: Question, answer: Answer, *, community: CommunityId, member: MemberId
) -> Verdict | str:
    """The verdict on an answer that counts for nothing, at everybody's pace; or the sentence why there is none."""
    paced = needed(question, answer, world.version_for(question)) is not None
    if paced and (refusal := world.paces.refusal(community, member, world.clock.now())):
        return refusal
    try:
        return await verdict_on(world, question, answer, community=community, member=member)
    except JudgeTrouble as trouble:
        return say(words.CANNOT_RUN, trouble=unjudged(trouble))
