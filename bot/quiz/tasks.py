"""What a question asks for, and what is right: one dataclass a kind of task."""

from dataclasses import dataclass, field

from bot.quiz.constructs import Constructs
from bot.quiz.pythons import ANY_PYTHON, PythonRange, Version

BLANK = "____"
"""What stands in a program where a learner has to fill something in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose."""

    text: str
    right: bool
    why: str = ""
    """Why it is right, or the belief that makes people choose it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Choose one option, or all that are right."""

    options: tuple[Option, ...]
    keep_order: bool = False
    """The options have an order of their own (numbers, "first … then …"): whoever shuffles leaves them alone."""

    @property
    def many(self) -> bool:
        """Whether more than one option is right."""
        return sum(option.right for option in self.options) > 1

    @property
    def key(self) -> frozenset[int]:
        """Positions of the right options, from 0."""
        return frozenset(at for at, option in enumerate(self.options) if option.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What the program prints on the versions it names."""

    text: str
    python: PythonRange = ANY_PYTHON


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A wrong output that people often give, and the belief behind it."""

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Predict what the program prints."""

    keys: tuple[Printed, ...]
    slips: tuple[Slip, ...] = ()

    def printed(self, version: Version) -> str:
        """What `version` prints; exactly one key applies to each version the question makes sense on."""
        return next(key.text for key in self.keys if version in key.python)


@dataclass(frozen=True, slots=True)
class Value:
    """A case expects this value, type included."""

    value: object


@dataclass(frozen=True, slots=True)
class Raises:
    """A case expects this exception, or one derived from it."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case of a doctest session: run `setup`, evaluate `call`; `expected` stays outside the jail."""

    call: str
    expected: Value | Raises
    setup: str = ""
    category: str = ""
    visible: bool = False

    @property
    def session(self) -> str:
        """Setup and call, as they would be typed."""
        return "\n".join(filter(None, (self.setup, self.call)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Write a function, or repair a broken one."""

    given: str
    """The starter, or the broken code: what the learner begins with."""
    cases: tuple[Case, ...]
    """Visible ones first."""
    solution: str
    """A reference, shown at the reveal."""
    broken: bool = False
    isolate: bool = False
    """Every case runs in a process of its own: for tasks whose code may leave something behind in the interpreter."""
    constructs: Constructs = field(default_factory=Constructs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crash:
    """Say which exception ends the program, and on which line."""

    error: str
    """Name of the exception's type; a more general one is not right."""
    line: int
    """The last line of the program that the traceback names, from 1."""
    slips: tuple[Slip, ...] = ()
    """Wrong answers that people often give, spelled `TypeError line 2`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line to put in order."""

    text: str
    trap: str = ""
    """The belief that makes people use it; empty for a line that is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Put lines in order; what counts is what the program then prints, so several orders may be right."""

    lines: tuple[Line, ...]
    """As they are shown: shuffled, the same way for everybody."""
    key: tuple[int, ...]
    """One right order: positions in `lines`, from 0."""
    keys: tuple[Printed, ...]
    after: str = ""
    """Code that runs below the ordered lines, and that nobody is shown."""

    def printed(self, version: Version) -> str:
        """What `version` prints when the order is right."""
        return next(key.text for key in self.keys if version in key.python)

    def program(self, order: tuple[int, ...]) -> str:
        """The program that an order makes."""
        return "\n".join([*(self.lines[at].text for at in order), self.after])


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Fill the blanks of a program."""

    program: str
    """With `BLANK` wherever something is missing."""
    answers: tuple[tuple[str, ...], ...]
    """Right fillings; the first is shown at the reveal. Others are found right by running them."""
    cases: tuple[Case, ...]
    """Visible ones first."""
    slips: tuple[tuple[tuple[str, ...], str], ...] = ()
    """Wrong fillings that people often try, with the belief behind each."""

    @property
    def number(self) -> int:
        """How many blanks there are."""
        return self.program.count(BLANK)

    def filled(self, filling: tuple[str, ...]) -> str:
        """The program with something in each blank."""
        between = self.program.split(BLANK)
        return "".join(piece for pair in zip(between, (*filling, ""), strict=True) for piece in pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing a good answer says, and the points it is worth."""

    points: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """Answer in your own words, then say which criteria you met."""

    rubric: tuple[Criterion, ...]
    model: str
    """A model answer, in Markdown."""
    follow_ups: tuple[str, ...] = ()
    """What an interviewer asks next."""

    @property
    def full(self) -> int:
        """The sum of all points."""
        return sum(one.points for one in self.rubric)


Task = Choice | Output | Crash | Coding | Ordering | Blanks | Essay
