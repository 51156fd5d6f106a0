"""The header of a question: the `toml question` block, read strictly, with every mistake at once."""

import re
import tomllib
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from bot.bank.problems import Complain, meant
from bot.bank.roles import Part
from bot.quiz.errors import QuestionMistake
from bot.quiz.pythons import PythonRange
from bot.quiz.questions import Kind

Status = Literal["draft", "live", "retired"]
Word = Annotated[str, StringConstraints(pattern=r"\S")]
Stem = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*$", max_length=60)]
Construct = Annotated[str, StringConstraints(pattern=r"^\.?[A-Za-z_]\w*$", max_length=60)]
Link = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]

LONGEST = 4_000
"""Characters of a header. tomllib takes quadratic time for a dotted key: 0.3 s for 10,000 characters."""

_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def _range(text: str) -> str:
    try:
        PythonRange.parse(text)
    except QuestionMistake as mistake:
        raise ValueError(str(mistake)) from None
    return text


class Rules(BaseModel):
    """What answers have to use, and what they have to do without."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    need: list[Construct] = []
    forbid: list[Construct] = []


class Header(BaseModel):
    """What the keys may hold. Each description is a sentence for the author whose value was refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    kind: str = Field(description='How it is answered: `kind = "output"`.')
    level: int = Field(ge=1, le=5, description="From 1 (first week) to 5 (interview): `level = 2`.")
    seed: list[Word] = Field(min_length=1, description='The curriculum rows it covers, or "extra": `seed = ["S91a"]`.')
    minutes: int = Field(default=2, ge=1, le=60, description="A whole number from 1 to 60: `minutes = 3`.")
    tags: list[Word] = Field(default=[], description='A list of words: `tags = ["lists"]`.')
    python: Annotated[str, AfterValidator(_range)] = Field(
        default="", description='The versions it makes sense on: `python = ">=3.12"` or `">=3.11,<3.14"`.'
    )
    implementation: Literal["any", "cpython"] = Field(default="any", description='Either "any" or "cpython".')
    source: list[Link] = Field(default=[], description="A list of web addresses in full, https:// included.")
    status: Status = Field(default="live", description='One of "draft", "live" and "retired".')
    raises: Name | None = Field(
        default=None, description='Of an `error` question, the exception: `raises = "TypeError"`.'
    )
    line: int | None = Field(default=None, ge=1, description="Of an `error` question, where it ends: `line = 3`.")
    rules: Rules = Field(
        default=Rules(), description='A table of words: `rules = { need = ["comprehension"], forbid = ["while"] }`.'
    )
    keep_order: bool = Field(
        default=False, description="Of a `choice`: options that have to stay as written: `keep_order = true`."
    )
    isolate: bool = Field(default=False, description="A process of its own for every case: `isolate = true`.")
    accept_mutants: dict[str, Word] = Field(
        default={}, description='A table of mistakes that no case can notice, with reasons: `"a > b -> a >= b" = "…"`.'
    )
    aliases: list[Stem] = Field(default=[], description='Ids it had before: `aliases = ["old-name"]`.')


def read_header(part: Part, complain: Complain) -> tuple[Header | None, Kind | None]:
    """The header and the kind it names; None for what cannot be used, with problems that say why."""
    if len(part.code) > LONGEST:
        complain(part.line, f"the header has more than {LONGEST} characters", "A header is a few short keys.")
        return None, None
    try:
        table = tomllib.loads(part.code)
    except ValueError as error:  # TOMLDecodeError, or an int of more digits than Python converts
        complain(*_toml_problem(part, str(error)))
        return None, None
    except RecursionError:
        complain(part.line, "the header is nested too deeply to be read", "A header is a flat list of keys.")
        return None, None
    kind = _kind(part, table.get("kind"), complain)
    try:
        return Header.model_validate(table), kind
    except ValidationError as invalid:
        firsts = {str(detail["loc"][0]): detail for detail in reversed(invalid.errors())}
    for key, detail in firsts.items():
        complain(*_key_problem(part, key, detail))
    return None, kind


def _kind(part: Part, word: object, complain: Complain) -> Kind | None:
    if not isinstance(word, str):
        return None  # the model says it, with the type
    if word in set(Kind):
        return Kind(word)
    line = line_of(part, "kind")
    complain(line, f"`{word}` is no kind of question", meant(word, list(Kind)))
    return None


def _toml_problem(part: Part, message: str) -> tuple[int, str, str]:
    at = _AT.search(message)
    line = part.line + int(at[1]) if at and at[1] else part.line + max(1, part.code.count("\n"))
    what = _AT.sub("", message)
    return line, f"the header is no TOML: {what[:1].lower()}{what[1:]}", 'Keys look like `kind = "output"`.'


def _key_problem(part: Part, key: str, error: ErrorDetails) -> tuple[int, str, str]:
    known = Header.model_fields
    inside = len(error["loc"]) > 1
    if error["type"] == "extra_forbidden" and not inside:
        return line_of(part, key), f"there is no key `{key}`", meant(key, known)
    wants = known[key].description or ""
    if error["type"] == "extra_forbidden":
        return line_of(part, key), f"`{key}` has no `{error['loc'][1]}`", wants
    if error["type"] == "missing":
        return part.line, f"the header has no `{key}`", wants
    return line_of(part, key), f"`{key}` cannot be {_shown(error['input'])}", wants


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"


def line_of(part: Part, key: str) -> int:
    """Where a key of the header stands; the block's first line when it cannot be found (a quoted or dotted key)."""
    spelled = re.compile(rf"\s*[\"']?{re.escape(key)}\b")
    rows = enumerate(part.code.split("\n"), part.line + 1)
    return next((at for at, row in rows if spelled.match(row)), part.line)
