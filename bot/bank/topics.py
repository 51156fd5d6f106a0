"""The bank's table of contents, `topics.toml`: topics, their order, what comes before what, and curriculum rows."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.bank.problems import Problem, meant

FILE = "topics.toml"
EXTRA = "extra"
"""The seed of a question that covers no row of the curriculum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One subtopic: a folder that holds questions."""

    id: str
    """`names/identity`."""
    title: str
    subject_title: str
    """Title of the top-level topic: of `names`."""
    after: tuple[str, ...] = ()
    """Topics a learner should have met before."""
    rows: tuple[str, ...] = ()
    """Curriculum rows that belong here, each to be covered by a live question."""
    also: tuple[str, ...] = ()
    """Rows a question may name though none has to cover them: opinions, pictures and repetitions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All topics, in the order they are taught."""

    topics: tuple[Topic, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Folders that may hold questions."""
        return frozenset(topic.id for topic in self.topics)

    @property
    def rows(self) -> frozenset[str]:
        """Words a question's `seed` may use."""
        return frozenset({EXTRA, *(row for topic in self.topics for row in (*topic.rows, *topic.also))})


class _Subtopic(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    title: str
    after: list[str] = []
    rows: list[str] = []
    also: list[str] = []


class _Subject(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")
    __pydantic_extra__: dict[str, _Subtopic] = Field(init=False)
    title: str
    order: int


def read_contents(text: str) -> tuple[Contents, tuple[Problem, ...]]:
    """Read `topics.toml`; topics come ordered by `order`, then as they stand in the file."""
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Contents(), (Problem(FILE, 1, f"this is no TOML: {error}", "Mend the line it names."),)
    subjects: dict[str, _Subject] = {}
    problems: list[Problem] = []
    for name, table in tables.items():
        try:
            subjects[name] = _Subject.model_validate(table)
        except ValidationError as invalid:
            problems += [_problem(text, name, ".".join(map(str, one["loc"])), one["msg"]) for one in invalid.errors()]
    contents = Contents(topics=tuple(_topics(subjects)))
    problems += _order_problems(text, contents.topics)
    return contents, tuple(sorted(problems))


def _topics(subjects: dict[str, _Subject]) -> Iterable[Topic]:
    for name, subject in sorted(subjects.items(), key=lambda pair: pair[1].order):
        for stem, one in (subject.__pydantic_extra__ or {}).items():
            yield Topic(
                id=f"{name}/{stem}",
                title=one.title,
                subject_title=subject.title,
                after=tuple(one.after),
                rows=tuple(one.rows),
                also=tuple(one.also),
            )


def _order_problems(text: str, topics: Iterable[Topic]) -> Iterable[Problem]:
    """Every prerequisite exists, no two wait for each other, and no row has two homes."""
    graph = {topic.id: topic.after for topic in topics}
    homes: dict[str, str] = {}
    for topic in topics:
        line = _line_of(text, topic.id)
        for other in topic.after:
            if other not in graph:
                yield Problem(
                    FILE, line, f"`{topic.id}` comes after `{other}`, which does not exist", meant(other, graph, FILE)
                )
        for row in (*topic.rows, *topic.also):
            if row in homes:
                yield Problem(FILE, line, f"row `{row}` is already in `{homes[row]}`", "Keep it in one topic.")
            homes[row] = topic.id
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        ring = list(cycle.args[1])
        what = f"topics wait for each other: {' after '.join(ring)}"
        yield Problem(FILE, _line_of(text, ring[0]), what, "Take one `after` out.")


def _problem(text: str, subject: str, key: str, message: str) -> Problem:
    what = f"`{key}` of `{subject}`: {message[:1].lower()}{message[1:]}" if key else f"`{subject}` is no table"
    fix = "A topic is `[names]` with title and order, then `[names.identity]` with title, and maybe after, rows, also."
    return Problem(FILE, _line_of(text, subject), what, fix)


def _line_of(text: str, topic: str) -> int:
    head = f"[{topic.replace('/', '.')}]"
    return next((at for at, row in enumerate(text.split("\n"), 1) if row.strip() == head), 1)
