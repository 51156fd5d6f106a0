"""The corpus as data: what each file of `attacks/` and `benign/` says about itself in its `#| ` lines (TOML)."""

import ast
import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.quiz.runs import Limits
from tests.hostile.calls import numbers_in

HERE = Path(__file__).parent
CLASSES = (
    "contamination",
    "fs-read",
    "fs-write",
    "kernel",
    "memory",
    "network",
    "output",
    "process",
    "robustness",
    "side-channel",
    "signal",
    "tamper",
    "time",
)
DENIED = "denied"
NOT_PASSED = "not passed"
BREACH = "BREACH"

_ATTEMPT = """\
try:
{body}
except ({errors}) as refusal:
    print("DENIED", type(refusal).__name__, refusal)
else:
    print("BREACH")
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One attack: the code, and what must come of it."""

    name: str
    """`class/name`, as its file is called."""
    about: str
    source: str
    expect: tuple[str, ...]
    """Endings that are right: `denied` (it says DENIED), `not passed` (a case fails), or the outcome's own word."""
    probes: tuple[tuple[str, object], ...] = ()
    """Calls and the values a question expects of them."""
    before: str = ""
    """Run to its end first, as an earlier learner."""
    repeat: int = 1
    victim: bool = False
    """An innocent learner works all the while and must not notice."""
    clean: tuple[str, ...] = ()
    """What must not be left of its output once it is made safe to show."""
    reason: str = ""
    """Said by a reply or the run's detail: proves that the attack got as far as it meant to."""
    limits: Limits = field(default_factory=Limits)
    stdin: str = ""
    succeeds_in: tuple[str, ...] = ()
    """Modes in which it is known, and documented, to work."""
    within: float = 0.0
    """Seconds that all of its children may take together; 0: whatever the limits say."""
    bites: bool = False
    """It does its harm where nothing stops it: tried on a bare interpreter, so that a case cannot hold for nothing."""
    machines: tuple[str, ...] = ("x86_64", "aarch64")

    @property
    def kind(self) -> str:
        """Its class."""
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinary:
    """One ordinary program, and exactly what it prints."""

    name: str
    source: str
    out: str
    stdin: str = ""
    fails_in: tuple[str, ...] = ()
    """Modes in which it cannot work; documented for operators."""
    since: tuple[int, int] = (3, 11)


def attacks() -> list[Attack]:
    """Every attack, by class and name."""
    return [_attack(file) for file in sorted(HERE.glob("attacks/*/*.py"))]


def ordinary_programs() -> list[Ordinary]:
    """Every ordinary program, by name."""
    return [_ordinary(file) for file in sorted(HERE.glob("benign/*.py"))]


def header(text: str) -> dict[str, Any]:
    """What a case's file says about itself."""
    return tomllib.loads("\n".join(line[3:] for line in text.splitlines() if line.startswith("#|")))


def _attack(file: Path) -> Attack:
    text = file.read_text("utf-8")
    told = header(text)
    body = _body(text)
    if told.pop("attempt", False):
        errors = told.pop("refused_by", ["OSError"])
        body = _ATTEMPT.format(body=_indented(body), errors=", ".join([*errors, ""]))
    tools = "".join(_tool(name) for name in told.pop("tools", ()))
    calls, expected = told.pop("calls", ()), told.pop("expected", ())
    return Attack(
        name=f"{file.parent.name}/{file.stem}",
        source=numbers_in(tools + body),
        expect=tuple(told.pop("expect", [DENIED])),
        limits=Limits(**told.pop("limits", {})),
        probes=tuple(zip(calls, map(ast.literal_eval, expected), strict=True)),
        **_values(told),
    )


def _ordinary(file: Path) -> Ordinary:
    text = file.read_text("utf-8")
    return Ordinary(name=file.stem, source=_body(text), **_values(header(text)))


def _values(told: dict[str, Any]) -> dict[str, Any]:
    """TOML's lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}


def _body(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#|"))


def _indented(body: str) -> str:
    return "".join(f"    {line}" if line.strip() else line for line in body.splitlines(keepends=True)).rstrip("\n")


def _tool(name: str) -> str:
    return (HERE / "tools" / f"{name}.py").read_text("utf-8").rstrip("\n") + "\n"


def here(attack: Attack) -> bool:
    """Whether this machine's processor has the door that is attacked."""
    return os.uname().machine in attack.machines
