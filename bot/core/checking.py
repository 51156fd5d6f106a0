"""From what somebody wrote to a suggestion that was executed and compared with the pool."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.core import deskwords
from bot.core.composing import told
from bot.core.contributions import TOPIC, Findings, Reading, Suggestion, SuggestionState
from bot.core.languages import say
from bot.core.messages import Command, Filled
from bot.core.queueing import unjudged
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.errors import JudgeTrouble
from bot.quiz.ids import MemberId, QuestionId, SubmissionId

NEW = QuestionId("community/new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody wrote, before it is checked."""

    community: Community
    author: MemberId
    values: Mapping[str, str]
    reading: Reading
    """What they say."""
    event: SubmissionId
    before: Suggestion | None = None
    """What it is to replace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found; nothing is kept yet."""

    suggestion: Suggestion
    """Waiting if all holds, else a draft; what is in the pool stays there."""
    trouble: str = ""
    """Why it could not be executed, if it could not."""

    @property
    def holds(self) -> bool:
        """Whether it could be asked."""
        return not (self.trouble or self.suggestion.findings.mistakes)


def as_filled(deed: Command, text: str, *, form: str, about: str, values: Mapping[str, str]) -> Filled:
    """What is too long for a form comes with a command, which has no id: the same text again is the same."""
    event = SubmissionId(f"{form}:{deed.who.address}:{sha256(text.encode(errors='replace')).hexdigest()[:16]}")
    return Filled(id=event, who=deed.who, place=deed.place, form=form, about=about, values=values)


def readable(world: World, values: Mapping[str, str]) -> Reading | str:
    """What it says, or why it cannot be read, line by line."""
    reading = world.workshop.read(values, id=NEW, topic=TOPIC)
    if reading.question is not None:
        return reading
    return "\n".join([say(deskwords.MEND_FIRST), *told(reading.mistakes)])


async def checked(world: World, draft: Draft) -> Checked:
    """Execute it, in its author's turn."""
    findings, trouble = await _found(world, draft)
    one = draft.before or Suggestion(
        event=draft.event,
        community=draft.community.id,
        author=draft.author,
        at=world.clock.now(),
        values={},
        text="",
        state=SuggestionState.DRAFT,
    )
    holds = not (trouble or findings.mistakes)
    state = SuggestionState.WAITING if holds else SuggestionState.DRAFT
    state = one.state if one.state.pooled else state
    one = replace(one, values=dict(draft.values), text=draft.reading.text, findings=findings, state=state)
    return Checked(suggestion=one, trouble=trouble)


async def keep(world: World, one: Suggestion) -> Suggestion | None:
    """Write it down; None when somebody else changed it meanwhile."""
    return await (world.inbox.amend(one) if one.id else world.inbox.suggest(one))


async def _found(world: World, draft: Draft) -> tuple[Findings, str]:
    lane, learner = str(draft.community.id), str(draft.author)
    try:
        findings = await world.workshop.prove(draft.values, lane=lane, learner=learner)
    except JudgeTrouble as trouble:
        return Findings(), unjudged(trouble)
    question = draft.reading.question
    if question is None:
        return findings, ""
    own = draft.before.question if draft.before else NEW
    others = [one for one in world.bank.questions(draft.community.id) if one.id != own]
    return replace(findings, twins=await world.workshop.twins(question, others)), ""
