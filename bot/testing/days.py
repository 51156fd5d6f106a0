"""A study room on fakes, in which people act and time passes: for tests that read like days."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import count

from bot.core.forms import Form
from bot.core.hearing import hear
from bot.core.heartbeat import beat
from bot.core.messages import Command, Fill, Filled, Note, Person, Submission, VerdictView, View
from bot.core.pages import Page
from bot.core.records import Community
from bot.core.world import World
from bot.quiz.ids import Address, Place, SubmissionId, chat_of
from bot.quiz.questions import Question
from bot.quiz.runs import Job, Returned, Run
from bot.quiz.setups import parse
from bot.quiz.verdicts import Outcome
from bot.testing.banks import ListBank
from bot.testing.chats import PaperChat
from bot.testing.clocks import FakeClock
from bot.testing.judges import ScriptedJudge
from bot.testing.questions import a_choice
from bot.testing.stores import MemoryStore
from bot.testing.studies import doubling
from bot.testing.workshops import PaperWorkshop

PLACE = Place("paper:study-room")
MODERATORS = Place("paper:moderators")
MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)


def knows_doubling(job: Job) -> Run:
    """Right for code that doubles, wrong for the rest."""
    right = "x + x" in job.source
    values = [4, 0, "abab"] if right else [None, None, None]
    replies = tuple(Returned(value=value, shown=repr(value)) for value in values[: len(job.probes)])
    return Run(outcome=Outcome.PASSED, replies=replies)


class Day:
    """A study room in which people act and time passes."""

    def __init__(self, *questions: Question) -> None:
        self.chat, self.judge, self.clock, self.store = (
            PaperChat(),
            ScriptedJudge(knows_doubling),
            FakeClock(MORNING),
            MemoryStore(),
        )
        self.workshop = PaperWorkshop()
        self.world = World(
            agenda=self.store,
            places=self.store,
            identities=self.store,
            ledger=self.store,
            boards=self.store,
            corrections=self.store,
            sprints=self.store,
            lives=self.store,
            recalls=self.store,
            profiles=self.store,
            dossiers=self.store,
            spaced=doubling,
            outbox=self.store,
            watch=self.store,
            privacy=self.store,
            inbox=self.store,
            workshop=self.workshop,
            bank=ListBank(questions or (a_choice(),)),
            judge=self.judge,
            clock=self.clock,
            chats={"paper": self.chat},
            versions=((3, 11),),
        )
        self._numbers = count(1)

    async def begins(self) -> Community:
        """Nine o'clock: the question of the day is posted."""
        community = await self.world.agenda.enrol(
            PLACE, parse("daily 09:00 UTC tell=paper:moderators"), now=self.clock.now()
        )
        await self.at(9)
        return community

    async def at(self, hour: int, day: int = 24) -> None:
        """The clock shows this hour, and the heart beats."""
        await self.clock.advance_to(MORNING.replace(hour=hour, day=day))
        await beat(self.world)

    async def says(self, name: str, answer: str, *, id: str = "", place: Place = PLACE) -> View:  # noqa: A002
        """Somebody answers."""
        who = person(name, place=place)
        number = SubmissionId(id or f"paper:{next(self._numbers)}")
        submission = Submission(id=number, who=who, place=place, answer=answer)
        return await self.chat.says(partial(hear, self.world), submission)

    async def verdict(self, name: str, answer: str, *, id: str = "", place: Place = PLACE) -> VerdictView:  # noqa: A002
        """Somebody answers and is judged."""
        view = await self.says(name, answer, id=id, place=place)
        assert isinstance(view, VerdictView), view
        return view

    async def asks(
        self, name: str, command: str, text: str = "", *, moderator: bool = False, place: Place = PLACE
    ) -> View:
        """Somebody gives a command."""
        deed = Command(who=person(name, moderator=moderator, place=place), place=place, name=command, text=text)
        return await self.chat.says(partial(hear, self.world), deed)

    async def form(self, name: str, command: str, text: str = "", *, moderator: bool = False) -> Form:
        """Somebody gives a command and is given a form."""
        deed = Command(who=person(name, moderator=moderator), place=PLACE, name=command, text=text)
        answer = await hear(self.world, deed)
        assert isinstance(answer, Fill), answer
        return answer.form

    async def fills(
        self, name: str, form: str, values: Mapping[str, str], *, about: str = "", moderator: bool = False
    ) -> View:
        """Somebody sends a form; what it cannot take is a note."""
        who, id_ = person(name, moderator=moderator), SubmissionId(f"paper:{next(self._numbers)}")
        filled = Filled(id=id_, who=who, place=PLACE, form=form, about=about, values=values)
        return await self.chat.says(partial(hear, self.world), filled)

    async def note(
        self, name: str, command: str, text: str = "", *, moderator: bool = False, place: Place = PLACE
    ) -> str:
        """Somebody gives a command and is answered in words."""
        view = await self.asks(name, command, text, moderator=moderator, place=place)
        assert isinstance(view, Note | Page), view
        return view.text

    @property
    def shown(self) -> list[View]:
        """What everybody sees, oldest first."""
        return [post.view for post in self.chat.posts.values() if post.place == PLACE]

    @property
    def notes(self) -> list[str]:
        """What moderators were told, oldest first."""
        posts = [post.view for post in self.chat.posts.values() if post.place == MODERATORS]
        return [view.text for view in posts if isinstance(view, Note)]


def person(name: str, *, moderator: bool = False, place: Place = PLACE) -> Person:
    """Somebody in the study room, or in another place: whose chat knows them."""
    chat = chat_of(place)
    return Person(address=Address(f"{chat}:{name}"), name=name, moderator=moderator)
