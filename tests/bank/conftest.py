"""Whole questions to plant mistakes in, and a judge that trusts them."""

import ast
import io
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, TextIO

import pytest

from bot.bank.checking import check
from bot.bank.folders import load
from bot.bank.reports import Report
from bot.core.ports import Waiting
from bot.quiz.pythons import Version
from bot.quiz.runs import Job, Probe, Raised, Reply, Returned, Run
from bot.quiz.verdicts import Outcome

TOPICS = """\
[names]
title = "Names"
order = 1

[names.aliasing]
title = "Two names, one object"
rows = ["S90a", "S90b"]

[names.identity]
title = "Identity"
after = ["names/aliasing"]
rows = ["S91a"]
"""

CHOICE = """\
# A second name

```toml question
kind = "choice"
level = 2
seed = ["S90a"]
```

What is true after these lines?

```python run
a = [1]
b = a
```

- [x] `a is b`
  > Both names are bound to one list.
- [ ] `a is not b`
  > Assignment makes a copy.
- [ ] `a != b`
  > Two names have two values.

```python check
a = [1]
b = a

def correct(option):
    return eval(option)
```

```python proof
a = [1]
b = a
assert a is b
```

## Hints

- How many lists are made?

## Why

Assignment binds a name; it never copies.
"""

OUTPUT = """\
# Two 300s

```toml question
kind = "output"
level = 4
seed = ["S91a"]
```

What is printed?

```python run
import sys
print(sys.version_info >= (3, 15))
```

```text output py="<3.15"
False
```

```text output py=">=3.15"
True
```

```text wrong
yes
```

> Comparisons speak English.

```text wrong
1
```

> Comparisons give numbers.

## Why

Versions differ.
"""

FUNCTION = """\
# The larger one

```toml question
kind = "function"
level = 1
seed = ["extra"]
```

Write `larger(a, b)`.

```python starter
def larger(a, b):
    ...
```

```pycon examples
>>> larger(1, 2)
2
```

```pycon cases
# the first is larger
>>> larger(3, 2)
3

# both are equal
>>> larger(2, 2)
2

# not numbers at all
>>> larger(None, 2)
Traceback (most recent call last):
TypeError
```

```python solution
def larger(a, b):
    return sorted([a, b])[1]
```

```python wrong
def larger(a, b):
    return b
```

> The second one wins.

## Why

`max` does this.
"""

FIX = FUNCTION.replace('kind = "function"', 'kind = "fix"').replace("python starter", "python broken")

ERROR = """\
# Behind the end

```toml question
kind = "error"
level = 1
seed = ["extra"]
raises = "IndexError"
line = 3
```

How does this end?

```python run
row = [1, 2]
print(row[1])
print(row[2])
```

```text wrong
IndexError line 2
```

> The first item has the number 1.

## Why

Positions start at 0.
"""

ORDER = """\
# One more

```toml question
kind = "order"
level = 1
seed = ["extra"]
```

Print 2.

```python order
x = 1
x += 1
print(x)
```

```python distractor
x + 1
```

> `+` changes the name.

```python after
print("end")
```

```text output
2
end
```

## Why

Lines run from top to bottom.
"""

FILL = """\
# Twice

```toml question
kind = "fill"
level = 1
seed = ["extra"]
```

Double it.

```python fill
def double(x):
    return ____ + ____
```

```text answer
x
x
```

```text wrong
2
x
```

> Doubling adds 2.

```pycon examples
>>> double(3)
6
```

```pycon cases
# text
>>> double("a")
'aa'
```

## Why

`+` joins text.
"""

OPEN = """\
# What is a name?

```toml question
kind = "open"
level = 5
seed = ["extra"]
source = ["https://docs.python.org/3/"]
```

Explain.

## Hints

- Think of tags.

## Rubric

- 4: Says that names are bound to objects.
- 3: Says that objects have types.
- 3: Gives an example.

## Model answer

A name is a tag.

It has no type.

## Follow-ups

- And attributes?

## Why

It is asked often.
"""

WHOLE = {
    "choice": CHOICE, "output": OUTPUT, "error": ERROR, "function": FUNCTION, "fix": FIX, "order": ORDER, "fill": FILL,
    "open": OPEN,
}  # fmt: skip
HOME = "names/aliasing/one.md"


class TrustingJudge:
    """Runs everything in this very process, whatever it is, and claims to be any Python it is asked for."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    async def run(self, job: Job, *, waiting: Waiting | None = None) -> Run:  # noqa: ARG002 - nobody waits here
        self.jobs.append(job)
        version = job.python or (3, 11)
        with _claimed(version), redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            if job.probes:  # a load that fails is each probe's own reply
                replies = tuple(_reply(job.source, probe, version) for probe in job.probes)
                return Run(outcome=Outcome.PASSED, replies=replies, seconds=0.001)
            outcome = _outcome(job.source, version)
        return Run(outcome=outcome, stdout=out.getvalue(), stderr=err.getvalue(), seconds=0.001)


def _loaded(source: str, version: Version) -> dict[str, Any]:
    def compiled(code: str, name: str, mode: str, **_: object) -> Any:  # noqa: ANN401 - as the builtin
        ast.parse(code, feature_version=version)
        return compile(code, name, mode)

    space: dict[str, Any] = {"__name__": "__main__", "compile": compiled}
    exec(compiled(source, "<submission>", "exec"), space)  # noqa: S102 - this is the cheat
    return space


def _outcome(source: str, version: Version) -> Outcome:
    try:
        _loaded(source, version)
    except SystemExit as left:
        return Outcome.EXITED if left.code else Outcome.PASSED
    except Exception:  # noqa: BLE001 - a snippet may raise anything
        traceback.print_exc()
        return Outcome.CRASHED
    return Outcome.PASSED


def _reply(source: str, probe: Probe, version: Version) -> Reply:
    try:
        space = _loaded(source, version)
        exec(probe.setup, space)  # noqa: S102 - this is the cheat
        value = eval(probe.call, space)  # noqa: S307 - this is the cheat
    except Exception as error:  # noqa: BLE001 - a snippet may raise anything
        bases = tuple(base.__name__ for base in type(error).__mro__[1:])
        return Raised(error=type(error).__name__, bases=bases, message=str(error))
    return Returned(value=value, shown=repr(value))


def _print_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001 - as the library's
    line: str | None = None,
) -> None:
    sys.stderr.write(warnings.formatwarning(message, category, filename, lineno, line))


@contextmanager
def _claimed(version: Version) -> Iterator[None]:
    real = sys.version_info
    sys.version_info = (*version, 0, "final", 0)  # type: ignore[assignment]
    try:
        with warnings.catch_warnings(action="default"):
            warnings.showwarning = _print_warning  # pytest's own would keep them from stderr
            yield
    finally:
        sys.version_info = real


def planted(text: str, *swaps: tuple[str, str]) -> str:
    """The text with mistakes planted in it; a swap that finds nothing is a mistake of the test's."""
    for old, new in swaps:
        assert old in text, f"{old!r} is not in the question"
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def bank(tmp_path: Path) -> Callable[..., Path]:
    """Writes a bank: `bank({"names/aliasing/one.md": text})`."""

    def write(questions: dict[str, str | bytes], topics: str = TOPICS) -> Path:
        (tmp_path / "topics.toml").write_text(topics)
        for name, text in questions.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


@pytest.fixture
def whole() -> Callable[..., str]:
    """A question without a mistake, by kind; swaps plant some."""
    return lambda kind, *swaps: planted(WHOLE[kind], *swaps)


@pytest.fixture
def spoken(bank: Callable[..., Path]) -> Callable[[str], list[str]]:
    """What an author reads about one file that was not run."""
    return lambda text: [str(problem) for problem in load(bank({HOME: text}))[1]]


@pytest.fixture
def judge() -> TrustingJudge:
    return TrustingJudge()


@pytest.fixture
def jobs(judge: TrustingJudge) -> list[Job]:
    """All that was sent to the judge."""
    return judge.jobs


@pytest.fixture
def proof(bank: Callable[..., Path], judge: TrustingJudge) -> Callable[..., Any]:
    """Checks one file by running it: `await proof(text)`, on Python 3.11 and 3.15 when no others are given."""

    async def prove(text: str, *versions: Version) -> Report:
        sheets, problems = load(bank({HOME: text}))
        return await check(sheets, judge, versions or ((3, 11), (3, 15)), unread=problems)

    return prove
