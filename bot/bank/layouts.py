"""A question file sorted into what its blocks are for: title, header, prompt, parts, options, hints, why."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import assert_never

from bot.bank.documents import Block, Fence, Heading, Item, Items, Prose, Quote, Stray
from bot.bank.problems import Complain, meant
from bot.bank.roles import HEADER, QUOTED, Part, part

RUBRIC, MODEL, FOLLOW_UPS = "Rubric", "Model answer", "Follow-ups"
SECTIONS = ("Hints", RUBRIC, MODEL, FOLLOW_UPS, "Why")


@dataclass(slots=True, kw_only=True)
class Layout:
    """The file, sorted; what is missing is empty."""

    title: str = ""
    header: Part | None = None
    prompt: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    options: Items | None = None
    hints: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    rubric: list[Item] = field(default_factory=list)
    model: list[str] = field(default_factory=list)
    follow_ups: list[str] = field(default_factory=list)
    sections: dict[str, int] = field(default_factory=dict)
    """The sections the file has, with the lines of their headings."""


def lay_out(blocks: Iterable[Block], complain: Complain) -> Layout:
    """Sort the blocks of a file; what has no place, and what must be there and is not, are problems."""
    return _Sorting(complain).sort(blocks)


class _Sorting:
    """Walks through the blocks once and remembers the section and the block before."""

    def __init__(self, complain: Complain) -> None:
        self.complain = complain
        self.layout = Layout()
        self.section = ""
        self.quotable: Part | None = None
        self.excused = False  # the block before was unreadable: a quote below it is not the author's next mistake

    def sort(self, blocks: Iterable[Block]) -> Layout:
        for block in blocks:
            waiting, self.quotable = self.quotable, None
            if isinstance(block, Quote) and waiting:
                at = self.layout.parts.index(waiting)
                self.layout.parts[at] = replace(waiting, quote=block.text)
                continue
            if waiting:
                self._unquoted(waiting)
            excused, self.excused = self.excused, False
            if not (excused and isinstance(block, Quote)):
                self._place(block)
        if self.quotable:
            self._unquoted(self.quotable)
        self._complete()
        return self.layout

    def _place(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Fence():
                self._fence(block)
            case Items() if not self.section and block.boxed:
                self._options(block)
            case Items() | Prose():
                self._prose(block)
            case Quote():
                fix = "Put it below a wrong answer, or indent it by two blanks below an option."
                self.complain(block.line, "this quote belongs to nothing", fix)
            case Stray():
                self.complain(
                    block.line, f"{block.what} has no place in a question", "Use plain Markdown at the margin."
                )
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> None:
        if block.level == 1:
            if self.layout.title or block.line > 1:
                fix = "Begin the file with the title and keep only that one."
                self.complain(block.line, "a question has one title, on its first line", fix)
            self.layout.title = self.layout.title or block.text
        elif block.level > 2 or block.text not in SECTIONS:
            self.complain(block.line, f"there is no section `{block.text}`", meant(block.text, SECTIONS))
            self._enter(next(iter(get_close_matches(block.text, SECTIONS, n=1)), block.text), block.line)
        elif block.text in self.layout.sections:
            self.complain(
                block.line, f"`## {block.text}` is already on line {self.layout.sections[block.text]}", "Join the two."
            )
        else:
            self._enter(block.text, block.line)

    def _enter(self, section: str, line: int) -> None:
        """A misspelt section counts as the one that was meant, so that its text is not the next mistake."""
        self.section = section
        self.layout.sections.setdefault(section, line)

    def _fence(self, block: Fence) -> None:
        one = part(block, self.complain)
        if one is None:
            self.excused = True
        elif self.section:
            fix = f"Move the block above the first `##` heading; `## {self.section}` is prose."
            self.complain(one.line, f"a `{one.role}` block stands in a section", fix)
        elif one.role == HEADER:
            self._header(one)
        else:
            self.layout.parts.append(one)
            self.quotable = one if one.role in QUOTED else None

    def _header(self, one: Part) -> None:
        if self.layout.header:
            fix = "Keep one, right below the title."
            self.complain(one.line, f"the header is already on line {self.layout.header.line}", fix)
        elif self.layout.prompt or self.layout.parts or self.layout.options:
            self.complain(one.line, "the header stands too late", "Move it right below the title.")
        self.layout.header = self.layout.header or one

    def _options(self, block: Items) -> None:
        if self.layout.options:
            fix = "Keep all options in one list; text between two options belongs into their quotes."
            self.complain(block.line, "the options are two lists", fix)
        self.layout.options = self.layout.options or block

    def _prose(self, block: Items | Prose) -> None:
        match self.section:
            case "":
                self.layout.prompt.append(block.text)
            case "Why":
                self.layout.why.append(block.text)
            case "Model answer":
                self.layout.model.append(block.text)
            case "Hints":
                self._hints(block)
            case "Rubric":
                self.layout.rubric += self._listed(block, "the rubric is a list", "criterion")
            case "Follow-ups":
                self.layout.follow_ups += [
                    item.text for item in self._listed(block, "follow-ups are a list", "question")
                ]

    def _listed(self, block: Items | Prose, which: str, noun: str) -> tuple[Item, ...]:
        if isinstance(block, Prose):
            self.complain(block.line, which, f"Begin each {noun} with `- `.")
            return ()
        for item in block.items:
            if item.strange or item.quote:
                what = f"a {noun} holds more than a sentence"
                self.complain(item.strange or item.line, what, f"A {noun} is plain prose.")
        return block.items

    def _hints(self, block: Items | Prose) -> None:
        if isinstance(block, Prose):
            self.layout.hints.append(block.text)
        for item in self._listed(block, "hints are a list", "hint"):
            self.layout.hints.append(item.text)
            if len(self.layout.hints) == 4:
                self.complain(item.line, "this is the fourth hint", "Keep 1 to 3.")

    def _unquoted(self, one: Part) -> None:
        fix = "Say the belief behind it on the next lines: `> Assignment makes a copy.`"
        self.complain(one.line, f"this `{one.role}` block has no quote below it", fix)

    def _complete(self) -> None:
        sections = self.layout.sections
        hints, why = sections.get("Hints"), sections.get("Why")
        if not self.layout.title:
            self.complain(1, "the file has no title", "Begin it with `# A short title`.")
        if self.layout.header is None:
            self.complain(
                1, "the file has no header", f"Put a block that begins with ```` ```{HEADER} ```` below the title."
            )
        if hints and not self.layout.hints:
            self.complain(hints, "`## Hints` is empty", "Write 1 to 3 hints as a list, or take the heading out.")
        if not self.layout.why:
            self.complain(
                why or 1, "there is no explanation", "Write one below `## Why`: it is what people learn from."
            )
