"""A bank that is a list."""

from collections.abc import Iterable, Sequence

from bot.quiz.ids import QuestionId
from bot.quiz.questions import Question


class ListBank:
    """Keeps the port `Bank` over questions made in a test."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._questions = tuple(questions)

    def questions(self) -> Sequence[Question]:
        """All of them."""
        return self._questions

    def question(self, id: QuestionId) -> Question | None:  # noqa: A002 - the port's word
        """One, by id or by an old id."""
        return next((one for one in self._questions if id == one.id or id in one.aliases), None)
