"""A crowd of simulated learners: what they hand in, right and wrong, and what they look at."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.messages import Command, Deed, Person, Submission
from bot.quiz.answers import Answer, Code, Filled, Ordered, Picked, Spotted, Typed, Written
from bot.quiz.ids import Address, Place, RoundId, SubmissionId
from bot.quiz.questions import Question
from bot.quiz.tasks import Blanks, Choice, Coding, Crash, Essay, Ordering, Output

WRONG = "def nothing(*_):\n    raise LookupError('soak')\n"
ENDLESS = "while True:\n    pass\n"
HUNGRY = "hoard = bytearray(1 << 30)\n"
LOOKING = ("board week", "board season", "board streak", "me", "today", "privacy", "help")


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """One of them."""

    name: str
    place: Place
    skill: float
    """How often they are right at once."""
    diligence: float
    """How often they take part."""

    @property
    def person(self) -> Person:
        """As the chat knows them."""
        return Person(address=Address(f"paper:{self.name}"), name=self.name)


class Crowd:
    """All of them, each in one place.

    Args:
        places: where they sit, evenly.
        learners: how many.
        chance: what they are like and what they do.
    """

    def __init__(self, places: Sequence[Place], learners: int, chance: random.Random) -> None:
        self._chance = chance
        self.learners = [
            Learner(
                name=f"learner {at}",
                place=places[at % len(places)],
                skill=chance.uniform(0.2, 0.95),
                diligence=chance.uniform(0.5, 1.0),
            )
            for at in range(learners)
        ]

    def visits(self, learner: Learner, question: Question, one: RoundId, day: int) -> list[Deed]:
        """What a learner does on a day, in order: answers until one is right, some twice, and a look around."""
        if self._chance.random() > learner.diligence:
            return []
        deeds: list[Deed] = []
        for attempt in range(3):
            right = self._chance.random() < learner.skill
            name = SubmissionId(f"paper:{learner.name}:{day}:{attempt}")
            said = self._right(question) if right else self._wrong(question)
            answer = Submission(id=name, who=learner.person, place=learner.place, round=one, answer=said)
            deeds += [answer] * (2 if self._chance.random() < 0.02 else 1)  # the platform delivers it twice
            if right:
                break
        if self._chance.random() < 0.2:
            name, _, text = self._chance.choice(LOOKING).partition(" ")
            deeds.append(Command(who=learner.person, place=learner.place, name=name, text=text))
        return deeds

    def _right(self, question: Question) -> Answer:
        match question.task:
            case Choice(options=options):
                return Picked(options=frozenset(at for at, one in enumerate(options) if one.right))
            case Output(keys=keys):
                return Typed(text=keys[0].text)
            case Crash(error=error, line=line):
                return Spotted(error=error, line=line)
            case Coding(solution=solution):
                return Code(source=solution)
            case Ordering(key=key):
                return Ordered(lines=key)
            case Blanks(answers=answers):
                return Filled(blanks=tuple(one[0] for one in answers))
            case Essay():
                return Written(text="A few sentences of somebody who knows.")

    def _wrong(self, question: Question) -> Answer:
        match question.task:
            case Choice(options=options):
                return Picked(options=frozenset({self._chance.randrange(len(options))}))
            case Output():
                return Typed(text="soak")
            case Crash(line=line):
                return Spotted(error="LookupError", line=line)
            case Coding():
                worst = self._chance.random()
                return Code(source=ENDLESS if worst < 0.002 else HUNGRY if worst < 0.01 else WRONG)
            case Ordering(key=key):
                return Ordered(lines=key[::-1])
            case Blanks(answers=answers):
                return Filled(blanks=("None",) * len(answers))
            case Essay():
                return Written(text="Something.")
