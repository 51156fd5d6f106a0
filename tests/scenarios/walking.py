"""A walk through everything that was sent while a transcript was played: nobody reads what they are not to know yet.

To everybody goes nothing of a key before its reveal, nothing that a learner wrote, no verdict, and never a hidden case. To
a learner goes no hidden case, nothing that another one wrote, and neither key nor explanation before they solved the
question or asked for its answer.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field

from bot.core import labels
from bot.core.hinting import key_on
from bot.core.languages import available, say, speaking
from bot.core.posting import card
from bot.core.records import Community, HelpKind, Round, RoundState
from bot.core.world import World
from bot.quiz.ids import Address
from bot.quiz.questions import Question
from bot.quiz.tasks import Blanks, Choice, Coding, Crash, Essay, Ordering, Output, Value
from tests.scenarios.payloads import Payload, strings
from tests.scenarios.transcripts import plain

LEAST = 5
"""Characters; what is shorter stands anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """Of one question; what its card shows is none."""

    hidden: tuple[str, ...]
    """Calls and results of hidden cases."""
    key: tuple[str, ...]
    """The answer and why, which whoever solved it is told."""
    rest: tuple[str, ...]
    """Reasons, beliefs, hints, rubric."""

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.hidden, *self.key, *self.rest)


def secrets(world: World, one: Round, question: Question) -> Secrets:
    """What a round keeps to itself."""
    version = world.version_for(question)
    shown = plain("\n".join(strings(asdict(card(one, question, version)))))
    key = [question.why] if isinstance(question.task, Choice | Essay) else [question.why, key_on(version, question)]
    known = plain("\n".join([shown, *key]))
    return Secrets(
        hidden=_telling(_hidden(question), known),
        key=_telling(key, shown),
        rest=_telling([*question.hints, *_reasons(question)], shown),
    )


def _telling(texts: Iterable[str], shown: str) -> tuple[str, ...]:
    """Those that give something away: long enough to be no accident, and not shown by the card itself."""
    return tuple(one for one in map(plain, texts) if len(one) >= LEAST and one not in shown)


def _hidden(question: Question) -> Iterator[str]:
    for case in getattr(question.task, "cases", ()):
        if not case.visible:
            yield case.call
            yield repr(case.expected.value) if isinstance(case.expected, Value) else ""


def _reasons(question: Question) -> list[str]:
    match question.task:
        case Choice(options=options):
            return [one.why for one in options]
        case Output(slips=slips) | Crash(slips=slips):
            return [one.why for one in slips]
        case Blanks(slips=slips):
            return [belief for _, belief in slips]
        case Ordering(lines=lines, after=after):
            return [after, *(one.trap for one in lines)]
        case Essay(model=model, rubric=rubric, follow_ups=follow_ups):
            return [model, *(one.text for one in rubric), *follow_ups]
        case Coding():
            return []


def _verdicts() -> tuple[str, ...]:
    """How every verdict begins, in every language."""
    found = set[str]()
    for locale in available():
        with speaking(locale):
            found |= {plain(f"{mark} {say(label)}") for mark in "✓✗" for label in labels.OUTCOMES.values()}
    return tuple(sorted(found))


@dataclass(kw_only=True)
class Walk:
    """What was said so far, and the look at what was sent since."""

    wrote: dict[Address, list[str]] = field(default_factory=dict)
    """By learners; what moderators write is theirs to show."""
    looked_at: int = 0
    """Payloads, so that a stage that records nothing is noticed."""

    def said(self, who: Address, text: str) -> None:
        """A learner wrote something to the bot alone."""
        if len(plain(text)) >= LEAST:
            self.wrote.setdefault(who, []).append(plain(text))

    async def look(self, world: World, sent: Collection[Payload], moderators: Collection[Address]) -> None:
        """Walk through all of it.

        Raises:
            AssertionError: names what was read, by whom, and where.
        """
        self.looked_at += len(sent)
        rounds = [
            (community, *one) for community in await world.agenda.communities() for one in await _kept(world, community)
        ]
        for payload in sent:
            if payload.to in moderators:
                continue
            text = plain(payload.text)
            known = [(one, secrets(world, one, question)) for _, one, question in rounds]
            forbidden = [hidden for _, found in known for hidden in found.hidden]
            forbidden += await self._written(world, payload.to, rounds)
            forbidden += await _keys(world, payload.to, known)
            if payload.to is None:
                forbidden += _verdicts()
            read = sorted({one for one in forbidden if one in text})
            assert not read, f"{payload.to or 'everybody'} can read {read} in {payload.what}:\n{payload.text}"

    async def _written(
        self, world: World, to: Address | None, rounds: Iterable[tuple[Community, Round, Question]]
    ) -> list[str]:
        """What others wrote; the right answer of a question that was revealed is everybody's."""
        public = plain("\n".join(text for _, one, question in rounds for text in _public(world, one, question)))
        own = self.wrote.get(to, []) if to else []
        others = [text for who, texts in self.wrote.items() if who != to for text in texts]
        return [one for one in others if one not in public and one not in own]


async def _kept(world: World, community: Community) -> list[tuple[Round, Question]]:
    rounds = await world.agenda.rounds(community.id)
    return [(one, question) for one in rounds if (question := world.question_of(one)) is not None]


def _public(world: World, one: Round, question: Question) -> Iterator[str]:
    version = world.version_for(question)
    yield from strings(asdict(card(one, question, version)))
    if one.state is RoundState.REVEALED:
        yield from (key_on(version, question), question.why, *_reasons(question))


async def _keys(world: World, to: Address | None, known: Iterable[tuple[Round, Secrets]]) -> list[str]:
    """Of rounds that are not revealed: everything for everybody, key and explanation for who has not earned them."""
    open_ = [(one, found) for one, found in known if one.state is not RoundState.REVEALED]
    if to is None:
        return [text for _, found in open_ for text in found.all]
    return [text for one, found in open_ if not await _earned(world, to, one) for text in found.key]


async def _earned(world: World, who: Address, one: Round) -> bool:
    member = await world.identities.known(who)
    if member is None:
        return False
    entries = await world.ledger.history(one.community, member.id, round=one.id)
    helps = await world.ledger.helps(one.id, member.id)
    return any(entry.solved for entry in entries) or any(one.kind is HelpKind.ANSWER for one in helps)
