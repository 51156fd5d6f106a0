"""Lists of trivia bots: Open Trivia (JSON), Red-DiscordBot (YAML) and sir-lancebot (JSON)."""

import json
from collections.abc import Iterator
from html import unescape

import yaml

from bot.bank.exchange.items import Item, ItemAnswer
from bot.quiz.errors import QuestionMistake

_LEVELS = {"easy": 1, "medium": 2, "hard": 3}
_OPEN_TRIVIA = "https://opentdb.com/"


def read_open_trivia(text: str) -> tuple[Item, ...]:
    """What the Open Trivia Database answers: `results`, with text in HTML entities.

    Raises:
        QuestionMistake: it is something else.
    """
    told = _json(text)
    results = told.get("results") if isinstance(told, dict) else told
    if not isinstance(results, list):
        raise QuestionMistake("This is no list of Open Trivia: it has no `results`.")
    return tuple(_open_trivia(one, number) for number, one in enumerate(results, 1))


def _open_trivia(one: object, number: int) -> Item:
    match one:
        case {"question": str(asked), "correct_answer": str(right), "incorrect_answers": [*wrong], **rest}:
            return Item(
                level=_LEVELS.get(str(rest.get("difficulty")), 1),
                prompt=unescape(asked),
                answers=(
                    ItemAnswer(text=unescape(right), right=True),
                    *(ItemAnswer(text=unescape(str(text)), right=False) for text in wrong),
                ),
                sources=(_OPEN_TRIVIA,),
            )
        case _:
            raise QuestionMistake(
                f"Question {number} of the list has no question, correct_answer or incorrect_answers."
            )


def read_red_trivia(text: str) -> tuple[Item, ...]:
    """A trivia list of Red-DiscordBot: each question with the answers that count.

    Everything is read as text: YAML would turn `3.10` into a number and `on` into a truth value.

    Raises:
        QuestionMistake: it is something else.
    """
    try:
        told = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes text, lists and dicts and nothing else
    except (yaml.YAMLError, RecursionError) as error:
        raise QuestionMistake(f"This is no YAML: {error}") from None
    if not isinstance(told, dict):
        raise QuestionMistake("This is no trivia list: it is not a table of questions.")
    questions = [
        (asked, answers) for asked, answers in told.items() if asked not in ("AUTHOR", "CONFIG", "DESCRIPTION")
    ]
    for asked, answers in questions:
        if (
            not isinstance(asked, str)
            or not isinstance(answers, list)
            or not all(isinstance(one, str) for one in answers)
        ):
            raise QuestionMistake(f"The answers of {str(asked)[:60]!r} are no list of words.")
    return tuple(
        Item(prompt=asked, answers=tuple(ItemAnswer(text=one, right=True) for one in answers))
        for asked, answers in questions
    )


def read_sir_lancebot(text: str) -> tuple[Item, ...]:
    """A trivia file of sir-lancebot: categories, each a list of `question`, `answer` and `info`.

    Raises:
        QuestionMistake: it is something else.
    """
    told = _json(text)
    if not isinstance(told, dict):
        raise QuestionMistake("This is no list of sir-lancebot: it is not a table of categories.")
    return tuple(_sir_lancebot(told))


def _sir_lancebot(told: dict[str, object]) -> Iterator[Item]:
    for category, questions in told.items():
        for number, one in enumerate(questions if isinstance(questions, list) else [None], 1):
            match one:
                case {"question": str(asked), "answer": str() | [*_] as answer, **rest}:
                    right = [answer] if isinstance(answer, str) else [str(word) for word in answer]
                    yield Item(
                        prompt=asked,
                        answers=tuple(ItemAnswer(text=word, right=True) for word in right),
                        why=str(rest.get("info", "")),
                    )
                case _:
                    raise QuestionMistake(f"Question {number} of `{category}` has no question or no answer.")


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QuestionMistake(f"This is no JSON: {error}") from None
