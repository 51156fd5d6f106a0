"""The Bank port over a folder of files: read once, then in memory."""

from collections.abc import Iterable, Sequence
from importlib.resources.abc import Traversable

from bot.bank.folders import load
from bot.bank.problems import Problem
from bot.quiz.errors import QuestionMistake
from bot.quiz.ids import CommunityId, QuestionId
from bot.quiz.questions import Question


class FileBank:
    """Keeps the law of `core.ports.Bank`. Only whole, readable questions get in."""

    def __init__(self, questions: Iterable[Question]) -> None:
        """Takes the questions as they are.

        Raises:
            QuestionMistake: two of them share an id or an old id.
        """
        self._questions = tuple(questions)
        self._own: dict[CommunityId, tuple[Question, ...]] = {}
        self._by_id: dict[QuestionId, Question] = {}
        for question in self._questions:
            for name in {question.id, *question.aliases}:
                other = self._by_id.setdefault(name, question)
                if other is not question:
                    places = f"{other.topic}/{other.id} and {question.topic}/{question.id}"
                    raise QuestionMistake(f"{places} both have the id {name}; rename one of them.")

    @classmethod
    def load(cls, root: Traversable | None = None) -> tuple["FileBank", tuple[Problem, ...]]:
        """The bank in a folder (None: the one that ships), and the problems of the files that were left out.

        A file with a mistake must not take the bot down, so problems come back beside the bank, for the log.
        """
        sheets, problems = load(root)
        return cls(sheet.question for sheet in sheets), problems

    def questions(self, community: CommunityId | None = None) -> Sequence[Question]:
        """Every question, by topic and id, and then a community's own; drafts and retired ones are not `live`."""
        return self._questions if community is None else (*self._questions, *self._own.get(community, ()))

    def question(self, id: QuestionId) -> Question | None:  # noqa: A002 - the noun's own word
        """One question by id or by an old id; None when the bank no longer has it."""
        return self._by_id.get(id) or next((one for own in self._own.values() for one in own if one.id == id), None)

    def admit(self, community: CommunityId, questions: Sequence[Question]) -> None:
        """See the port."""
        self._own[community] = tuple(questions)
