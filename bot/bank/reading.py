"""From the text of one file to a sheet. Finds every mistake of the file in one pass and raises for none of them."""

import re
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import assert_never

from bot.bank.blanks import read_blanks
from bot.bank.choices import read_choice
from bot.bank.coding import read_coding
from bot.bank.crashes import read_crash
from bot.bank.documents import blocks
from bot.bank.essays import check_sections, read_essay
from bot.bank.headers import Header, line_of, read_header
from bot.bank.layouts import Layout, lay_out
from bot.bank.orderings import read_ordering
from bot.bank.outputs import VERSIONS, read_output
from bot.bank.problems import Complain, Problem, listed
from bot.bank.roles import Part, count
from bot.bank.sheets import EssayProof, Proof, Sheet, Snippet
from bot.quiz.constructs import Constructs
from bot.quiz.ids import QuestionId
from bot.quiz.pythons import ANY_PYTHON, PythonRange
from bot.quiz.questions import Kind, Question
from bot.quiz.tasks import Choice, Coding, Task

_KEYS = {
    "raises": (Kind.ERROR,),
    "line": (Kind.ERROR,),
    "accept_mutants": (Kind.FUNCTION, Kind.FIX),
    "rules": (Kind.FUNCTION, Kind.FIX),
    "isolate": (Kind.FUNCTION, Kind.FIX),
    "keep_order": (Kind.CHOICE,),
}
"""Keys of the header that only some kinds have."""
STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Control characters, and the bidirectional ones that make code read differently from how it runs (CVE-2021-42574).
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def read_sheet(text: str, *, file: str, vouched: bool = False) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Read one question file.

    Args:
        text: the whole file.
        file: its path below the bank's folder, `names/identity/two-300s.md`; the stem is the id, the folder the topic.
        vouched: a person judges it before it is asked, so a choice may do without a proof, and others without known
            mistakes.

    Returns:
        The sheet and no problems, or None and every problem that can be seen without running anything.
    """
    problems: set[Problem] = set()

    def complain(line: int, text: str, fix: str) -> None:
        problems.add(Problem(file, line, text, fix))

    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _check_stem(file, complain)
    _check_characters(text, complain)
    sheet = _sheet(text, file, complain, vouched=vouched)
    return (None if problems else sheet), tuple(sorted(problems))


def _sheet(text: str, file: str, complain: Complain, *, vouched: bool) -> Sheet | None:
    layout = lay_out(blocks(text), complain)
    if layout.header is None:
        return None
    header, kind = read_header(layout.header, complain)
    if not layout.prompt:
        complain(layout.header.line, "the question asks nothing", "Write the prompt below the header.")
    if kind is None:
        return None
    count(kind, layout.parts, complain, vouched=vouched)
    if kind is not Kind.OPEN:
        check_sections(layout, kind, complain)
    _check_keys(layout.header, header, kind, complain)
    if layout.options and kind is not Kind.CHOICE:
        complain(layout.options.line, f"a question of kind `{kind}` has no options", "Take the boxes out.")
    task, proof = _task(kind, layout, header, complain, vouched=vouched)
    if header is None:
        return None
    return Sheet(
        file=file,
        question=_question(text, file, layout, header, task),
        proof=proof,
        status=header.status,
        header_line=layout.header.line,
        tags=tuple(header.tags),
        implementation=header.implementation,
        accepted=tuple(header.accept_mutants),
    )


def _task(
    kind: Kind, layout: Layout, header: Header | None, complain: Complain, *, vouched: bool
) -> tuple[Task, Proof]:
    """The task, and what proves it. Of a file with problems they may have gaps, and are thrown away."""
    python = PythonRange.parse(header.python) if header else ANY_PYTHON
    if layout.header and not any(version in python for version in VERSIONS):
        complain(layout.header.line, f"no Python from 3.11 on is {python}", "Widen `python` in the header.")
    snippets = [
        Snippet(role=one.role, code=one.code.rstrip("\n"), line=one.line + 1, why=one.quote)
        for one in layout.parts
        if one.role.startswith("python ")
    ]
    sourced = vouched or header is None or bool(header.source)
    match kind:
        case Kind.CHOICE:
            return read_choice(layout.options, snippets, complain, sourced=sourced)
        case Kind.OUTPUT:
            return read_output(layout.parts, snippets, python, complain)
        case Kind.ERROR:
            return read_crash(layout, snippets, header, complain)
        case Kind.FUNCTION | Kind.FIX:
            return read_coding(layout.parts, snippets, python, _constructs(header), complain)
        case Kind.ORDER:
            return read_ordering(layout.parts, snippets, python, complain)
        case Kind.FILL:
            return read_blanks(layout.parts, snippets, python, complain)
        case Kind.OPEN:
            run = next((one for one in snippets if one.role == "python run"), None)
            return read_essay(layout, complain, sourced=sourced), EssayProof(run=run)
        case _:
            assert_never(kind)


def _question(text: str, file: str, layout: Layout, header: Header, task: Task) -> Question:
    topic, _, name = file.rpartition("/")
    return Question(
        id=QuestionId(name.removesuffix(".md")),
        topic=topic,
        title=layout.title,
        level=header.level,
        prompt="\n\n".join(layout.prompt),
        task=_as_headed(task, header),
        why="\n\n".join(layout.why),
        program=next((one.code.rstrip("\n") for one in layout.parts if one.role == "python run"), ""),
        hints=tuple(layout.hints),
        python=PythonRange.parse(header.python),
        sources=tuple(header.source),
        seed=tuple(header.seed),
        minutes=header.minutes,
        live=header.status == "live",
        aliases=tuple(map(QuestionId, header.aliases)),
        text_hash=sha256(text.encode()).hexdigest()[:16],
    )


def _as_headed(task: Task, header: Header) -> Task:
    """The task with what the header alone says of it."""
    if isinstance(task, Coding):
        return replace(task, isolate=header.isolate)
    return replace(task, keep_order=header.keep_order) if isinstance(task, Choice) else task


def _constructs(header: Header | None) -> Constructs:
    if header is None:
        return Constructs()
    return Constructs(need=tuple(header.rules.need), forbid=tuple(header.rules.forbid))


def _check_keys(part: Part, header: Header | None, kind: Kind, complain: Complain) -> None:
    for key, kinds in _KEYS.items():
        if header and key in header.model_fields_set and kind not in kinds:
            fix = f"Take it out: it is for the kind {listed(kinds, 'or')}."
            complain(line_of(part, key), f"a question of kind `{kind}` has no `{key}`", fix)


def _check_stem(file: str, complain: Complain) -> None:
    stem = file.rpartition("/")[2].removesuffix(".md")
    if not STEM.fullmatch(stem) or len(stem) > 60:
        fix = "Use lower-case letters, digits and single hyphens, 60 characters at most: `two-300s.md`."
        complain(1, f"`{stem}` cannot be the id of a question", fix)


def _check_characters(text: str, complain: Complain) -> None:
    for found in islice(_INVISIBLE.finditer(text), 20):
        line = text.count("\n", 0, found.start()) + 1
        what = f"there is an invisible character here (U+{ord(found[0]):04X})"
        complain(line, what, "Delete it; in code, write it as an escape such as `\\x1b`.")
