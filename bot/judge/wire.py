"""What a child may say, and how little of it is believed.

A child is the learner's: it can say anything, at any time, in any order. So nothing it says means "passed"; replies
are data to be compared, one a probe, in order. A missing or malformed reply fails its probe; a doubled one, one out of
turn and anything else on the channel fails all of them.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.quiz import reasons as because
from bot.quiz.runs import Job, Raised, Reply, Returned, Silent
from bot.quiz.values import Foreign

DEPTH = 60
END = b'{"end": '
MANY_SECONDS = 1e6
COLLISIONS = 64
"""Keys of one set or dict that may share a hash: 8,000 integers 2**61-1 apart held the event loop for 1.4 s."""


_SPOILT = Silent(reason=because.SPOILT)


class Malformed(Exception):
    """Not a value that an honest child could have sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The messages of one child, sorted out."""

    replies: tuple[Reply, ...] = ()
    """One a probe."""
    answered: int = 0
    """How many probes got as far as an answer, usable or not."""
    ended: bool = False
    """It came to an end of its own and said so."""
    exit: int | None = None
    said: str = ""
    """What it left with, where that was no number."""
    raised: Raised | None = None
    cpu_seconds: float = 0.0


def job_line(job: Job) -> bytes:
    """A job as the child reads it: code and inputs, nothing about what is expected."""
    limits = {"memory_mib": job.limits.memory_mib, "cpu_seconds": job.limits.cpu_seconds}
    probes = [{"setup": probe.setup, "call": probe.call} for probe in job.probes]
    return json.dumps({"source": job.source, "probes": probes, **limits}).encode() + b"\n"


def messages(raw: bytes) -> list[object]:
    """The lines a child sent; a line that is no JSON counts as None."""
    return [_message(line) for line in raw.split(b"\n") if line]


def is_last(line: bytes) -> bool:
    """Whether a line looks like a child's last message. Whoever forges one only ends their own run."""
    return line.startswith(END)


def heard(said: Sequence[object], probes: int) -> Heard:
    """Sort out what a child said about a job with so many probes.

    The channel is the judge's own: a learner who writes to it has spoilt every answer, right ones as well.
    """
    answers: list[Reply] = []
    for at, message in enumerate(said):
        if not isinstance(message, dict):
            break
        if isinstance(message.get("end"), str):
            return _at_end(answers, probes, message, clean=at == len(said) - 1)
        number = message.get("probe")
        if type(number) is not int or number != len(answers) or number >= probes:
            break
        answers.append(_reply(message))
    else:
        return Heard(replies=_padded(answers, probes), answered=len(answers))
    return Heard(replies=(_SPOILT,) * probes, answered=probes)


def _at_end(answers: list[Reply], probes: int, told: Mapping[str, Any], *, clean: bool) -> Heard:
    code, raised, cpu = told.get("code"), "error" in told, told.get("cpu")
    return Heard(
        replies=_padded(answers, probes) if clean else (_SPOILT,) * probes,
        answered=len(answers) if clean else probes,
        ended=True,
        exit=code if type(code) is int else None,
        said=_text(told.get("said"), 300),
        raised=_raised(told) if raised else None,
        cpu_seconds=cpu if type(cpu) is float and 0 <= cpu < MANY_SECONDS else 0.0,
    )


def _padded(answers: list[Reply], probes: int) -> tuple[Reply, ...]:
    return (*answers, *[Silent(reason=because.NO_ANSWER)] * (probes - len(answers)))


def decode(sent: object, depth: int = 0) -> object:
    """A value from its tagged form.

    Raises:
        Malformed: no honest child sends this.
    """
    if depth > DEPTH:
        raise Malformed("nested too deeply")
    match sent:
        case None | bool() | int() | str():
            return sent
        case list():
            return [decode(one, depth + 1) for one in sent]
        case dict() if len(sent) == 1:
            [(tag, body)] = sent.items()
            try:
                return _TAGS[tag](body, depth + 1)
            except (LookupError, TypeError, ValueError, OverflowError) as error:
                raise Malformed(f"{tag}: {error}") from None
        case _:
            raise Malformed("no value")


def _message(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _reply(message: Mapping[str, Any]) -> Reply:
    stdout = _text(message.get("stdout"), 4096)
    if isinstance(raised := message.get("raised"), dict):
        return _raised(raised, stdout)
    if "value" not in message:
        return Silent(reason=_text(message.get("silent"), 200) or because.MALFORMED)
    try:
        value = decode(message["value"])
    except (Malformed, RecursionError) as error:
        return Silent(reason=_text(f"a malformed answer: {error}", 200))
    return Returned(value=value, shown=_text(message.get("shown"), 400), stdout=stdout)


def _raised(told: Mapping[str, Any], stdout: str = "") -> Raised:
    bases = told.get("bases")
    return Raised(
        error=_text(told.get("error"), 100),
        bases=tuple(_text(one, 100) for one in bases[:10]) if isinstance(bases, list) else (),
        message=_text(told.get("message"), 400),
        traceback=_text(told.get("traceback"), 2000),
        stdout=stdout,
    )


def _text(told: object, chars: int) -> str:
    """Text for people, cut; half a surrogate pair, which no chat and no store could write, is spelled out."""
    return told[:chars].encode("utf-8", "backslashreplace").decode() if isinstance(told, str) else ""


def _list(body: object, depth: int) -> list[object]:
    if not isinstance(body, list):
        raise Malformed("no list")
    return [decode(one, depth) for one in body]


def _dict(body: object, depth: int) -> dict[object, object]:
    if not isinstance(body, list):
        raise Malformed("no dict")
    pairs = [(decode(key, depth), decode(one, depth)) for key, one in body]
    _hashed([key for key, _ in pairs])
    return dict(pairs)


def _hashed(keys: list[object]) -> list[object]:
    """The keys, unless a child chose them to collide."""
    shared = Counter(map(hash, keys))
    if shared and max(shared.values()) > COLLISIONS:
        raise Malformed("too many keys with one hash")
    return keys


def _float(body: object) -> float:
    if not isinstance(body, str):
        raise Malformed("no float")
    return float.fromhex(body)


def _bytes(body: object) -> bytes:
    if not isinstance(body, str):
        raise Malformed("no bytes")
    return bytes.fromhex(body)


def _foreign(body: list[object], depth: int) -> Foreign:
    name, text, plain = body
    return Foreign(_text(name, 100), _text(text, 400), decode(plain, depth))


_TAGS: dict[str, Any] = {
    "int": lambda body, _: int(body, 16),
    "float": lambda body, _: _float(body),
    "str": lambda body, _: "".join(map(chr, body)),
    "tuple": lambda body, depth: tuple(_list(body, depth)),
    "set": lambda body, depth: set(_hashed(_list(body, depth))),
    "frozenset": lambda body, depth: frozenset(_hashed(_list(body, depth))),
    "dict": _dict,
    "bytes": lambda body, _: _bytes(body),
    "bytearray": lambda body, _: bytearray(_bytes(body)),
    "complex": lambda body, _: complex(_float(body[0]), _float(body[1])),
    "range": lambda body, _: range(*body),
    "foreign": _foreign,
}
