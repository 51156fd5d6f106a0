"""A view as Block Kit: one pure function a view; the text beside it for notifications and screen readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from bot.chats.slack import cards, pages, scores, verdicts
from bot.chats.slack.limits import MESSAGE_BLOCKS, TEXT, WEIGHT, cut
from bot.chats.slack.rich import Json, preformatted, rich
from bot.core.cards import QuestionCard, RevealCard
from bot.core.messages import AuditView, HelpView, HintView, Note, SprintView, TrialView, VerdictView, View
from bot.core.outlooks import QueueView, ScheduleView
from bot.core.pages import Document, Page
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, WhyView


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A view, ready to be sent."""

    blocks: list[Json]
    text: str
    """The same without any blocks, escaped: what is read aloud."""

    def message(self, **more: object) -> Json:
        """As arguments of chat.postMessage and its like."""
        return {"text": self.text, "blocks": self.blocks, **more}

    @property
    def newest(self) -> bool:
        """Whether a Slack that is behind might refuse it."""
        return any(block["type"] == "data_table" for block in self.blocks)

    @property
    def plain(self) -> "Drawn":
        """The same for a Slack that does not know the newest blocks yet."""
        return Drawn(blocks=[_older(block) for block in self.blocks], text=self.text)


def drawn(view: View) -> Drawn:
    """The view; what is too long for Slack ends earlier."""
    return worded(_fitting(blocks_of(view)))


def worded(blocks: list[Json]) -> Drawn:
    """Blocks, and what is read aloud instead of them."""
    return Drawn(blocks=blocks, text=cut(escaped(aloud(blocks)), TEXT))


def blocks_of(view: View) -> list[Json]:
    """The view's blocks."""
    match view:
        case QuestionCard():
            return cards.question(view)
        case RevealCard():
            return cards.reveal(view)
        case VerdictView():
            return verdicts.verdict(view)
        case TrialView():
            return verdicts.trial(view)
        case SprintView():
            return verdicts.sprint(view)
        case HintView():
            return verdicts.hint(view)
        case BoardView() | ProgressView() | WhyView() | CorrectionView():
            return scores.drawn(view)
        case HelpView() | QueueView() | ScheduleView() | AuditView() | Page() | Document() | Note():
            return pages.drawn(view)
        case _:
            assert_never(view)


def escaped(said: str) -> str:
    """For Slack's own markup: what people wrote mentions nobody and links to nothing."""
    return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def aloud(node: object) -> str:
    """Everything blocks say, a line a piece, without buttons."""
    return "\n".join(piece for piece in (one.strip("\n") for one in _pieces(node)) if piece.strip())


def _pieces(node: object) -> Iterator[str]:
    match node:
        case list():
            for one in node:
                yield from _pieces(one)
        case {"type": "actions"}:
            return
        case {"type": "data_table", "rows": list(rows)}:
            yield from (" · ".join(cell["text"] for cell in row) for row in rows)
        case {"type": "rich_text_section" | "rich_text_preformatted", "elements": list(runs)}:
            yield "".join(_run(run) for run in runs)
        case {"elements": list(inner)}:
            yield from _pieces(inner)
        case {"text": dict(inner)}:
            yield from _pieces(inner)
        case {"text": str(said)}:
            yield said


def _run(run: Json) -> str:
    if run["type"] == "channel":
        return f"#{run['channel_id']}"
    return str(run.get("text") or run.get("fallback") or f"@{run.get('range') or run.get('usergroup_id') or ''}")


def _fitting(blocks: list[Json]) -> list[Json]:
    """As many blocks as one message holds; the buttons at the end stay."""
    last = [block for block in blocks[-1:] if block["type"] == "actions"]
    kept, weight = list[Json](), 0
    for block in blocks[: len(blocks) - len(last)]:
        weight += len(aloud(block))
        if weight > WEIGHT or len(kept) + len(last) >= MESSAGE_BLOCKS:
            break
        kept.append(block)
    return kept + last


def _older(block: Json) -> Json:
    """A block that every Slack knows."""
    if block["type"] == "data_table":
        rows = [[cell["text"] for cell in row] for row in block["rows"]]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
        return rich(preformatted("\n".join(line.rstrip() for line in lines)))
    if block["type"] == "rich_text":
        inner = [{key: value for key, value in one.items() if key != "language"} for one in block["elements"]]
        return block | {"elements": inner}
    return block
