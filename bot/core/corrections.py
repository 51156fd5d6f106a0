"""What a moderator asks to have corrected, read from their words: `rekey`, `void`, `adjust`, each for one round."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.records import Member, Round, RoundState
from bot.quiz.cleaning import clean, one_line
from bot.quiz.errors import CorrectionMistake
from bot.quiz.ids import MemberId, RoundId
from bot.quiz.questions import Question
from bot.quiz.rulings import Credit, Ruling, Voided, new_key

MOST_POINTS = 1000
REASON_CHARS = 200
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}(?:\+\d+)?)(?:\s+|\Z)")
_ADJUSTMENT = re.compile(r"(?P<who>.+?)\s+(?P<sign>[+−-])(?P<points>\d{1,9})(?:\s+(?P<why>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Rule on a question: another key, or out of the game."""

    round: RoundId
    ruling: Ruling | None
    """None: as the bank has it now."""
    what: str
    """As it was asked for: `void full`."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust:
    """Give somebody points for a question by hand, or take some."""

    round: RoundId
    member: MemberId
    points: int
    what: str
    why: str


Request = Rule | Adjust


def round_of(rounds: Sequence[Round], text: str) -> tuple[Round, str]:
    """The round that is meant (the latest that was asked, unless a day stands in front), and the rest of the words.

    Raises:
        CorrectionMistake: there is none.
    """
    asked = [one for one in rounds if one.state is not RoundState.PLANNED]
    day = _DAY.match(text)
    if day is None:
        if not asked:
            raise CorrectionMistake("No question has been asked yet, so there is nothing to correct.")
        return asked[-1], text
    found = next((one for one in asked if one.key == day[1]), None)
    if found is None:
        latest = ", ".join(one.key for one in asked[-3:])
        if not latest:
            raise CorrectionMistake("No question was asked on {day}, and none before.", day=day[1])
        raise CorrectionMistake("No question was asked on {day}. The latest are {latest}.", day=day[1], latest=latest)
    return found, text[day.end() :]


def rekey(one: Round, question: Question, text: str) -> Rule:
    """Read `b`, `42`, `KeyError line 3` or `bank` as the key that is right.

    Raises:
        CorrectionMistake: it is none.
    """
    if not text.strip():
        raise CorrectionMistake("Say what is right: `rekey b`, `rekey 42`, or `rekey bank` for its file as it is now.")
    return Rule(round=one.id, ruling=new_key(question, text), what=f"rekey {one.key} {text.strip()}")


def void(one: Round, text: str) -> Rule:
    """Read `full` or `none`, and a reason if there is one.

    Raises:
        CorrectionMistake: it says neither.
    """
    word, _, why = text.strip().partition(" ")
    if word.casefold() not in set(Credit):
        raise CorrectionMistake(
            "Say `void full` (everybody who answered gets all its points) or `void none` (nobody does)."
        )
    credit = Credit(word.casefold())
    return Rule(round=one.id, ruling=Voided(credit), what=f"void {one.key} {credit}", why=_reason(why))


def adjust(one: Round, people: Sequence[Member], text: str) -> Adjust:
    """Read `ada +5 the reason`.

    Raises:
        CorrectionMistake: nobody or more than one is called that, no points, or no reason.
    """
    found = _ADJUSTMENT.fullmatch(text.strip())
    if found is None:
        raise CorrectionMistake("Say who, how much and why: `adjust ada +5 the judge was away`.")
    member = called(people, found["who"])
    points = int(found["points"]) * (1 if found["sign"] == "+" else -1)
    if not 1 <= abs(points) <= MOST_POINTS:
        raise CorrectionMistake(
            "A score can be adjusted by 1 to {most_points} points, not by {points}.",
            most_points=MOST_POINTS,
            points=points,
        )
    why = _reason(found["why"] or "")
    if not why:
        raise CorrectionMistake(
            "An adjustment needs a reason, which everybody will read: `adjust ada +5 the judge was away`."
        )
    # The log keeps the number, not the name: it stays when somebody is erased.
    what = f"adjust {one.key} #{member.id} {points:+}"
    return Adjust(round=one.id, member=member.id, points=points, what=what, why=why)


def called(people: Sequence[Member], who: str) -> Member:
    """The one of these people who is meant by a name, an alias or an address.

    Raises:
        CorrectionMistake: nobody is, or more than one.
    """
    names = {who.casefold(), who.casefold().removeprefix("@")}
    exact = [one for one in people if one.address.casefold() in names]
    found = exact or [one for one in people if {one.name.casefold(), (one.alias or one.name).casefold()} & names]
    if not found:
        raise CorrectionMistake("Nobody here who answered is called {name}.", name=clean(who, chars=40, lines=1))
    if len(found) > 1:
        addresses = ", ".join(one.address for one in found)
        raise CorrectionMistake(
            "{number} people are called {name}; say which: {addresses}.",
            number=len(found),
            name=found[0].name,
            addresses=addresses,
        )
    return found[0]


def _reason(text: str) -> str:
    return one_line(text, chars=REASON_CHARS, lines=3)
