"""What the judge is given and gives back. Expected values are in neither: they never enter the jail."""

from dataclasses import dataclass, field

from bot.quiz.pythons import Version
from bot.quiz.verdicts import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one run may use before the judge ends it."""

    wall_seconds: float = 3.0
    cpu_seconds: int = 2
    memory_mib: int = 128
    output_bytes: int = 64 * 1024
    source_bytes: int = 64 * 1024
    stdin_bytes: int = 60_000
    """What a pipe holds without a reader, so that feeding it never waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Put to the learner's code: run `setup`, then evaluate `call`, each time from a fresh load."""

    call: str
    setup: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One snippet to run, and the probes to put to it (none: just run it)."""

    source: str
    probes: tuple[Probe, ...] = ()
    stdin: str = ""
    python: Version | None = None
    """The interpreter to use; None is the judge's own choice."""
    limits: Limits = field(default_factory=Limits)
    isolate: bool = False
    """Every probe gets a process of its own; otherwise the probes of a job share one as long as it lives."""
    hash_seed: int = 0
    """PYTHONHASHSEED of the interpreter, so that an author can see whether a key rests on the order of a set."""
    lane: str = ""
    """Whose turn it is when many wait, usually a community: lanes take turns."""
    learner: str = ""
    """Whose code it is: nobody runs two things at once. Empty: nobody's in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """The call came back."""

    value: object
    """A plain value or `Foreign` (see `quiz.values`)."""
    shown: str
    """Its repr as the child made it, cut to a few hundred characters; for people, never for grading."""
    stdout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """The call, its setup or the load before it raised."""

    error: str
    """The exception's type name: `TypeError`."""
    bases: tuple[str, ...] = ()
    """Names of its base classes, nearest first, so that a case asking for LookupError accepts a KeyError."""
    message: str = ""
    traceback: str = ""
    """Trimmed to the learner's own lines."""
    stdout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """No usable reply: the run ended first, or the reply was malformed, doubled or out of turn."""

    reason: str


Reply = Returned | Raised | Silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What happened. A crash, a hang or a bomb is a normal Run."""

    outcome: Outcome
    """PASSED: it ran to its own end. Whether the replies are right is for `quiz.grading` to say."""
    replies: tuple[Reply, ...] = ()
    """One a probe, in order."""
    stdout: str = ""
    stderr: str = ""
    seconds: float = 0.0
    """Wall time from the start of the learner's clock."""
    cpu_seconds: float = 0.0
    """Processor time, as the process itself told it, or the kernel where it was stopped; for people."""
    cut: bool = False
    """stdout or stderr was longer than shown."""
    detail: str = ""
    """One sentence for people: which limit, which signal, why refused."""
    layers: tuple[str, ...] = ()
    """The walls that stood around this run, by name."""
