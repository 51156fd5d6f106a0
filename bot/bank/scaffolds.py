"""A new question to start from: small, true, and of the right form. Its author replaces what is there."""

import json

from bot.quiz.questions import Kind

_HEAD = """\
# {title}

```toml question
kind = "{kind}"
level = 1
seed = ["extra"]
status = "draft"
{more}```

"""
_TAIL = """\
## Hints

- One step, without the answer.

## Why

What holds, where else it bites, and what to do instead.
"""
_RUN = """\
What is printed?

```python run
mine = ["tea"]
yours = mine
yours.append("milk")
print(mine)
```

"""
_CASES = """\
```pycon examples
>>> double(3)
6
```

```pycon cases
# zero
>>> double(0)
0

# text
>>> double("ab")
'abab'

# a list, which stays as it was
>>> row = [1]
>>> double(row), row
([1, 1], [1])
```

```python solution
def double(x):
    return x + x
```

```python wrong
def double(x):
    return x * x
```

> Doubling is squaring: for 2 it is the same.

"""
_BODIES: dict[Kind, tuple[str, str]] = {
    Kind.CHOICE: (
        "",
        """\
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

""",
    ),
    Kind.OUTPUT: (
        "",
        _RUN
        + """\
```text output
['tea', 'milk']
```

```text wrong
['tea']
```

> `yours = mine` makes a copy.

```text wrong
['milk']
```

> `append` replaces what was there.

""",
    ),
    Kind.ERROR: (
        'raises = "IndexError"\nline = 2\n',
        """\
Which exception ends this program, and on which line?

```python run
row = ["a", "b"]
print(row[2])
```

```text wrong
KeyError line 2
```

> A list looks its items up like a dict.

""",
    ),
    Kind.FUNCTION: ("", "Write `double(x)`.\n\n```python starter\ndef double(x):\n    ...\n```\n\n" + _CASES),
    Kind.FIX: (
        "",
        "`double(x)` should work for text too.\n\n```python broken\ndef double(x):\n    return x * x\n```\n\n" + _CASES,
    ),
    Kind.ORDER: (
        "",
        """\
Put the lines in order, so that 6 is printed.

```python order
total = 0
for number in (1, 2, 3):
    total += number
print(total)
```

```python distractor
    total = number
```

> Assigning adds up.

```text output
6
```

""",
    ),
    Kind.FILL: (
        "",
        """\
Fill the blank, so that prices have two digits behind the point.

```python fill
def tag(price):
    return f"{price:____}"
```

```text answer
.2f
```

```text wrong
.2
```

> The number behind the point counts the digits behind the point. Without `f` it counts all of them.

```pycon examples
>>> tag(3.5)
'3.50'
```

```pycon cases
# more than ten
>>> tag(12.345)
'12.35'
```

""",
    ),
    Kind.OPEN: (
        'source = ["https://docs.python.org/3/tutorial/"]\n',
        "Ask what an interviewer would ask.\n\n",
    ),
}
_WORDS = """\
## Rubric

- 4: What a good answer has to say.
- 3: What shows understanding.
- 3: What shows experience.

## Model answer

An answer you would like to hear.

## Follow-ups

- What you would ask next.

"""


def snippets() -> str:
    """A snippet for each kind, as editors of the VS Code family read them: type `askling-fix` in a Markdown file."""
    told = {
        f"askling: {kind}": {
            "scope": "markdown",
            "prefix": f"askling-{kind}",
            "body": _escaped(scaffold(kind, "title")).replace("# Title", "# ${1:Title}", 1).split("\n"),
            "description": f"A new question of kind {kind}",
        }
        for kind in Kind
    }
    return json.dumps(told, indent=1) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def scaffold(kind: Kind, stem: str) -> str:
    """A draft of this kind, which reads and proves without a problem as it stands."""
    more, body = _BODIES[kind]
    title = stem.replace("-", " ").capitalize()
    words = _WORDS if kind is Kind.OPEN else ""
    hints, why = _TAIL.split("## Why")
    return _HEAD.format(title=title, kind=kind, more=more) + body + hints + words + "## Why" + why
