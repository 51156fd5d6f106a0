"""A Markdown file cut into blocks, each with the line it stands on. Knows CommonMark, and nothing about questions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

# Block structure is all we need: prose goes on as Markdown. Reference definitions would vanish from it.
_MARKDOWN = MarkdownIt("commonmark").disable(["reference", "inline"])
_BOX = re.compile(r"\[([ xX*v-]{0,3})\](?:\s+|\Z)(.*)", re.DOTALL)
_NOT_PROSE = {"html_block": "HTML", "code_block": "indented code", "hr": "a horizontal rule"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`## Why`."""

    line: int
    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A fenced block; its code starts on the line after `line`."""

    line: int
    info: str
    code: str
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """`> a belief`, joined to one line a paragraph."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list: its text, its check box if it has one, and the quote inside it."""

    line: int
    text: str
    box: str | None = None
    """What stands in the brackets: a blank, `x`, or a typing mistake."""
    quote: str = ""
    strange: int | None = None
    """Line of the first thing in the item that is neither a paragraph nor a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list; `text` is its Markdown as written."""

    line: int
    items: tuple[Item, ...]
    text: str

    @property
    def boxed(self) -> bool:
        """Whether this is a task list."""
        return any(item.box is not None for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph, as written."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """Something that has no place in a question file."""

    line: int
    what: str


Block = Heading | Fence | Quote | Items | Prose | Stray


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a file in order; whatever the text is, something comes back."""
    lines = text.split("\n")
    root = SyntaxTreeNode(_MARKDOWN.parse(text))
    return tuple(block for node in root.children for block in _read(node, lines))


def _read(node: SyntaxTreeNode, lines: list[str]) -> Iterator[Block]:
    line, end = _span(node)
    match node.type:
        case "heading":
            yield Heading(line=line, level=int(node.tag[1:]), text=_words(node))
        case "fence":
            closing = re.escape(node.markup[0]) + "{" + str(len(node.markup)) + ",}"
            closed = end > line and re.fullmatch(closing, lines[end - 1].strip()) is not None
            yield Fence(line=line, info=node.info.strip(), code=node.content, closed=closed)
        case "blockquote":
            yield Quote(line=line, text=_words(node))
            yield from _nested_fences(node)
        case "bullet_list" | "ordered_list":
            items = tuple(map(_item, node.children))
            yield Items(line=line, items=items, text="\n".join(lines[line - 1 : end]).rstrip())
            yield from _nested_fences(node)
        case kind if kind in _NOT_PROSE:
            yield Stray(line=line, what=_NOT_PROSE[kind])
        case _:
            yield Prose(line=line, text="\n".join(lines[line - 1 : end]).strip())


def _item(node: SyntaxTreeNode) -> Item:
    said = [child for child in node.children if child.type == "paragraph"]
    quotes = [child for child in node.children if child.type == "blockquote"]
    strange = [child for child in node.children if child not in said and child not in quotes]
    text = "\n\n".join(map(_words, said))
    box = _BOX.match(text)
    return Item(
        line=_span(node)[0],
        text=box[2] if box else text,
        box=box[1] if box else None,
        quote="\n\n".join(map(_words, quotes)),
        strange=_span(strange[0])[0] if strange else None,
    )


def _nested_fences(node: SyntaxTreeNode) -> Iterator[Stray]:
    for inner in node.walk():
        if inner.type == "fence":
            yield Stray(line=_span(inner)[0], what="a fenced block inside a list or a quote")


def _words(node: SyntaxTreeNode) -> str:
    """The Markdown of the paragraphs inside, each on one line."""
    inlines = [inner for inner in node.walk() if inner.type == "inline"]
    return "\n\n".join(" ".join(inline.content.split("\n")) for inline in inlines)


def _span(node: SyntaxTreeNode) -> tuple[int, int]:
    """First and last line, from 1."""
    first, last = node.map or (0, 1)
    return first + 1, last
