"""From what somebody filled in to the text of a question file, and from a line of it back to the field it came from."""

import ast
import json
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bot.core.contributions import FILE, KINDS, Mistake
from bot.quiz.errors import AnswerMistake
from bot.quiz.reading import spotted, unfenced

LEVEL = 2
NOT_RIGHT, RIGHT = "This is not it; the explanation says why.", "This is it; the explanation says why."
"""Said of an option whose author said nothing."""
_LINK = re.compile(r"https?://[^\s<>()\[\]\"'`\\]+[^\s<>()\[\]\"'`\\.,;:!?]")
# `* []` is an empty list that is right, not an empty box.
_BOX = re.compile(r"(?:[-*+]\s+)?\[(?P<box>[ xX])\]\s*(?=\S)|(?:[-+]\s+)?\[\]\s+(?=\S)|(?P<star>[*✓])\s+|[-+]\s+")
_STRUCTURE = re.compile(r"^[ \t]*([#>|<]|={2,}|-{2,}|\[[ xX]?\])", re.MULTILINE)
_TITLE = re.compile(r"\A#\s+(\S.*)\n")
_HEADER = re.compile(r"^(`{3,}|~{3,})\s*toml question\b", re.MULTILINE)
_FENCED = re.compile(r"^(`{3,}|~{3,})[^\n`]*\n(?P<code>.*?)\n?^\1[`~]*[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(`{3}|~{3})", re.MULTILINE)
_OWN_FIELD = "The program has a field of its own; short code goes between back-ticks."
_TITLE_WORDS = 8
_NEEDS = {
    "output": {"program": "Put the program there.", "answer": "Write what it prints."},
    "error": {"program": "Put the program there.", "answer": "Write it like this: TypeError line 3"},
    "function": {
        "program": "Put a solution there; learners begin with its first line.",
        "answer": "Write calls as at Python's prompt, with what they give: one that is shown, three that are hidden, "
        "and a blank line between them.",
    },
    "fill": {
        "program": "Put the program there, with ____ for what is missing.",
        "answer": "Write what belongs into each blank, a line each; then calls as at Python's prompt.",
    },
    "choice": {"answer": "Write an option a line, and a * before the right one."},
}


@dataclass(slots=True)
class Sketch:
    """A question file that grows line by line, and knows where each line came from."""

    lines: list[str] = field(default_factory=list)
    sources: list[tuple[str, int]] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The file."""
        return "\n".join(self.lines) + "\n"

    def add(self, text: str, source: str = "", first: int = 0, *, step: int = 1) -> None:
        """Lines of a field, the first of which is its line `first`."""
        for at, line in enumerate(text.split("\n")):
            self.lines.append(line)
            self.sources.append((source, first + at * step if first else 0))

    def block(self, role: str, code: str, source: str, first: int = 1) -> None:
        """A fenced block, and a blank line below it."""
        longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
        fence = "`" * max(3, longest + 1)
        self.add(f"{fence}{role}", source, first, step=0)
        self.add(code, source, first)
        self.add(f"{fence}\n", source, 0)

    def lacks(self, source: str, fix: str) -> None:
        """A field that has to be filled in is not."""
        self.mistakes.append(Mistake(field=source, line=0, text="this is empty", fix=fix))

    def place(self, line: int) -> tuple[str, int]:
        """The field a line of the file came from, and its line there."""
        return self.sources[min(line, len(self.sources)) - 1] if self.sources else ("", line)


def sketched(values: Mapping[str, str]) -> Sketch:
    """The file that a form's values make; a whole file, in a field of its own or as the prompt, stays as it is."""
    sketch = Sketch()
    values = {name: _plain(text) for name, text in values.items()}
    whole = values.get(FILE, "") or values.get("prompt", "")
    if values.get(FILE) or _HEADER.search(whole):
        sketch.lines = whole.rstrip("\n").split("\n")
        sketch.sources = [("", at) for at in range(1, len(sketch.lines) + 1)]
        return sketch
    kind = values.get("kind", "")
    if kind not in KINDS:
        sketch.mistakes.append(Mistake(field="kind", line=0, text="there is no such kind", fix=f"Take {_or(KINDS)}."))
        return sketch
    values = _parted(values)
    for name, fix in {"prompt": "Write what is asked.", "why": "Write why: it is what people learn from."}.items():
        if not values.get(name, "").strip():
            sketch.lacks(name, fix)
        for found in _FENCE.finditer(values.get(name, "")):
            line = values[name].count("\n", 0, found.start()) + 1
            sketch.mistakes.append(Mistake(field=name, line=line, text="a block of code begins here", fix=_OWN_FIELD))
    for name, fix in _NEEDS[kind].items():
        if not values.get(name, "").strip():
            sketch.lacks(name, fix)
    if not sketch.mistakes:
        _write(sketch, kind, values)
    return sketch


def is_file(text: str) -> bool:
    """Whether a text is a whole question file."""
    return _HEADER.search(text) is not None


def parted(text: str) -> tuple[str, str]:
    """A message as prompt and program: its first fenced block, and what stands around it."""
    found = _FENCED.search(text)
    if found is None:
        return text.strip(), ""
    around = f"{text[: found.start()].strip()}\n\n{text[found.end() :].strip()}".strip()
    return around, found["code"]


def _parted(values: Mapping[str, str]) -> dict[str, str]:
    """Code in a fence is taken out of it, and a program in the prompt put where it belongs."""
    named = {
        name: unfenced(text).strip("\n") if name in ("program", "answer") else text for name, text in values.items()
    }
    if not named.get("program", "").strip():
        named["prompt"], named["program"] = parted(named.get("prompt", ""))
    return named


def _write(sketch: Sketch, kind: str, values: Mapping[str, str]) -> None:
    prompt = values["prompt"].strip()
    titled = _TITLE.match(prompt)
    skipped = titled[0].count("\n") if titled else 0
    rest = prompt[titled.end() :] if titled else prompt
    sketch.add(f"# {_line(titled[1]) if titled else _title(prompt)}\n", "prompt", 1, step=0)
    _head(sketch, kind, values)
    sketch.add(_prose(rest), "prompt", 1 + skipped)
    sketch.add("")
    _BODIES[kind](sketch, values)
    sketch.add("## Why\n", "why", 1, step=0)
    sketch.add(_prose(values["why"].strip()), "why", 1)


def _head(sketch: Sketch, kind: str, values: Mapping[str, str]) -> None:
    sketch.add("```toml question", "prompt", 1)
    sketch.add(f'kind = "{kind}"\nlevel = {LEVEL}\nseed = ["extra"]')
    if links := list(dict.fromkeys(_LINK.findall(f"{values['why']}\n{values['prompt']}"))):
        sketch.add(f"source = {json.dumps(links)}")
    if kind == "error":
        _spotted(sketch, values["answer"])
    sketch.add("```\n")


def _spotted(sketch: Sketch, answer: str) -> None:
    try:
        found = spotted(answer)
    except AnswerMistake as mistake:
        sketch.mistakes.append(
            Mistake(field="answer", line=1, text="this names no exception and line", fix=f"{mistake}.")
        )
        return
    sketch.add(f'raises = "{found.error}"\nline = {found.line}', "answer", 1, step=0)


def _choice(sketch: Sketch, values: Mapping[str, str]) -> None:
    if values.get("program", "").strip():
        sketch.block("python run", values["program"], "program")
    options = _options(values["answer"])
    if not any(right for _, _, right, _ in options):
        fix = _NEEDS["choice"]["answer"]
        sketch.mistakes.append(Mistake(field="answer", line=1, text="no option is right", fix=fix))
    for line, text, right, why in options:
        sketch.add(f"- [{'x' if right else ' '}] {text}", "answer", line)
        sketch.add(f"  > {why or (RIGHT if right else NOT_RIGHT)}", "answer", line)
    sketch.add("")


def _options(text: str) -> list[tuple[int, str, bool, str]]:
    """Line, text, whether it is right, and what is quoted below it."""
    found: list[tuple[int, str, bool, str]] = []
    for at, row in enumerate(text.split("\n"), 1):
        said = row.strip()
        if said.startswith(">") and found:
            line, option, right, why = found[-1]
            found[-1] = line, option, right, f"{why} {said.lstrip('> ')}".strip()
        elif said:
            box = _BOX.match(said)
            right = bool(box and ((box["box"] or "").strip() or box["star"]))
            found.append((at, _line(said[box.end() :] if box else said), right, ""))
    return found


def _output(sketch: Sketch, values: Mapping[str, str]) -> None:
    sketch.block("python run", values["program"], "program")
    sketch.block("text output", values["answer"], "answer")


def _error(sketch: Sketch, values: Mapping[str, str]) -> None:
    sketch.block("python run", values["program"], "program")


def _function(sketch: Sketch, values: Mapping[str, str]) -> None:
    sketch.block("python starter", _starter(values["program"], values["answer"]), "program", 0)
    _sessions(sketch, values["answer"], 1)
    sketch.block("python solution", values["program"], "program")


def _fill(sketch: Sketch, values: Mapping[str, str]) -> None:
    sketch.block("python fill", values["program"], "program")
    rows = values["answer"].split("\n")
    begins = next((at for at, row in enumerate(rows) if row.lstrip().startswith((">>>", "#"))), len(rows))
    sketch.block("text answer", "\n".join(row for row in rows[:begins] if row.strip()), "answer")
    if begins == len(rows):
        sketch.lacks("answer", "Below the blanks, show calls of the filled program as at Python's prompt.")
    else:
        _sessions(sketch, "\n".join(rows[begins:]), begins + 1)


def _sessions(sketch: Sketch, text: str, first: int) -> None:
    """The first case is shown, the others are hidden; one without a comment is named by its number."""
    cases: list[tuple[int, list[str]]] = []
    open_ = False
    for at, row in enumerate(text.split("\n"), first):
        if not row.strip():
            open_ = False
        elif open_:
            cases[-1][1].append(row)
        else:
            cases.append((at, [row]))
            open_ = True
    for line, rows in cases[:1]:
        sketch.block("pycon examples", "\n".join(rows), "answer", line)
    if hidden := cases[1:]:
        sketch.add("```pycon cases", "answer", hidden[0][0])
        for number, (line, rows) in enumerate(hidden, 2):
            if not rows[0].startswith("#"):
                sketch.add(f"# case {number}", "answer", line)
            sketch.add("\n".join(rows), "answer", line)
            sketch.add("")
        sketch.add("```\n")


def _starter(solution: str, calls: str) -> str:
    """The head of the function that is called, without a body."""
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(solution)
        heads = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        called = [node for node in heads if re.search(rf"\b{node.name}\(", calls)] or heads
        for node in called[:1]:
            node.body, node.decorator_list = [ast.Expr(ast.Constant(...))], []
            return ast.unparse(node)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # the proof says it, with its line
        pass
    return "..."


_BODIES: Mapping[str, Callable[[Sketch, Mapping[str, str]], None]] = {
    "choice": _choice,
    "output": _output,
    "error": _error,
    "function": _function,
    "fill": _fill,
}


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _prose(text: str) -> str:
    """Paragraphs that stay paragraphs: what would begin a heading, a quote or a box at a line's start is escaped."""
    return _STRUCTURE.sub(r"\\\1", text)


def _line(text: str) -> str:
    return " ".join(text.split())


def _title(prompt: str) -> str:
    words = prompt.split()
    return " ".join(words[:_TITLE_WORDS]).rstrip(".,:;").lstrip("#>-*+ ") + ("…" if len(words) > _TITLE_WORDS else "")


def _or(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} or {last}"
