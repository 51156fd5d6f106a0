"""A bank that is a list."""

from collections.abc import Iterable, Sequence

from bot.quiz.ids import CommunityId, QuestionId
from bot.quiz.questions import Question


class ListBank:
    """Keeps the port `Bank` over questions made in a test."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._questions = tuple(questions)
        self._own: dict[CommunityId, tuple[Question, ...]] = {}

    def questions(self, community: CommunityId | None = None) -> Sequence[Question]:
        """All of them."""
        return self._questions if community is None else (*self._questions, *self._own.get(community, ()))

    def question(self, id: QuestionId) -> Question | None:  # noqa: A002 - the port's word
        """One, by id or by an old id."""
        every = (*self._questions, *(one for own in self._own.values() for one in own))
        return next((one for one in every if id == one.id or id in one.aliases), None)

    def admit(self, community: CommunityId, questions: Sequence[Question]) -> None:
        """See the port."""
        self._own[community] = tuple(questions)
