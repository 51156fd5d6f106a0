"""The Markdown that authors write, as rich text: paragraphs, lists, blocks, `code`, **strong** and *emphasis*."""

import re
from collections.abc import Iterator

from bot.chats.slack.rich import Json, channel, listed, preformatted, section, text

_FENCED = re.compile(r"^```[\w+-]*[ \t]*\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)
_ITEM = re.compile(r"(?P<mark>[-*+]|\d+[.)])[ \t]+(?P<said>.*)", re.DOTALL)
_RUN = re.compile(
    r"(?P<tick>`+)(?P<code>.+?)(?P=tick)|\*\*(?P<bold>[^*\n]+)\*\*|(?<![\w*])\*(?P<italic>[^*\s][^*\n]*)\*(?![\w*])"
    r"|\bslack:\w+:(?P<channel>[CG]\w+)",
    re.DOTALL,
)


def prose(written: str) -> list[Json]:
    """The elements of a rich text block; lines of one paragraph are joined, as Markdown does."""
    out: list[Json] = []
    for at, piece in enumerate(_FENCED.split(written.strip())):
        if at % 2:
            out.append(preformatted(piece, python=True))
        else:
            for paragraph in re.split(r"\n[ \t]*\n", piece.strip()):
                out += _paragraph(paragraph, after=bool(out) and out[-1]["type"] == "rich_text_section")
    return out or [section()]


def said(written: str) -> list[Json]:
    """Sentences of our own as runs: lines stay lines."""
    return runs(written.strip())


def runs(written: str) -> list[Json]:
    """One paragraph's runs; places here become channels."""
    out, at = list[Json](), 0
    for found in _RUN.finditer(written):
        out += [text(written[at : found.start()])] * (found.start() > at)
        out.append(_run(found))
        at = found.end()
    return out + [text(written[at:])] * (at < len(written))


def _run(found: re.Match[str]) -> Json:
    if found["channel"]:
        return channel(found["channel"])
    style = next(name for name in ("code", "bold", "italic") if found[name] is not None)
    return text(found[style].strip() if style == "code" else found[style], **{style: True})


def _paragraph(written: str, *, after: bool) -> Iterator[Json]:
    """A list, or a paragraph, with a line's distance to one before it."""
    items = _items(written)
    if not written.strip():
        return
    if items:
        ordered = items[0][0].isdigit()
        yield listed([runs(one.partition(" ")[2]) for one in items], ordered=ordered)
    else:
        yield section(*([text("\n")] if after else []), *runs(" ".join(line.strip() for line in written.split("\n"))))


def _items(written: str) -> list[str]:
    """`- one` for each item, its lines joined; empty when this is no list."""
    items: list[str] = []
    for line in written.strip().split("\n"):
        found = _ITEM.fullmatch(line.strip())
        if found:
            items.append(f"{found['mark']} {found['said']}")
        elif items:
            items[-1] += f" {line.strip()}"
        else:
            return []
    return items
