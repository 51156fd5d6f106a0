"""The views of scores: boards as tables, progress, why, and corrections before they are made."""

from collections.abc import Iterable
from typing import assert_never

from bot.chats.slack.limits import TABLE_ROWS
from bot.chats.slack.marks import Mark, button, pressed, row
from bot.chats.slack.prose import runs
from bot.chats.slack.rich import Json, aside, bold, header, listed, paragraph, rich, section, text
from bot.chats.slack.verdicts import score
from bot.core import labels
from bot.core.languages import say
from bot.core.notation import CHANGES_SHOWN, called
from bot.core.pages import Style
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, ScoreChange, ScoreView, WhyView
from bot.core.typed import points
from bot.quiz.standings import Standing


def drawn(view: ScoreView) -> list[Json]:
    """The view as blocks."""
    match view:
        case BoardView():
            return board(view)
        case ProgressView():
            return progress(view)
        case WhyView():
            return why(view)
        case CorrectionView():
            return correction(view)
        case _:
            assert_never(view)


def board(view: BoardView) -> list[Json]:
    """The public board: a table that can be sorted and that a screen reader can walk through."""
    if not view.rows:
        return [header(view.title), paragraph(text(say(labels.NOBODY_YET))), *_steps(view)]
    more = view.participants - len(view.rows)
    below = [say(labels.MORE, more=more)] * (more > 0)
    below += [say(labels.WINNER, names=", ".join(map(called, view.winners)))] * bool(view.winners)
    return [header(view.title), table(view.title, view.rows), *map(aside, below), *_steps(view)]


def _steps(view: BoardView | ProgressView) -> list[Json]:
    return [row(*map(pressed, view.actions))] if view.actions else []


def table(caption: str, rows: Iterable[Standing]) -> Json:
    """Rank, name and points."""
    columns = (labels.COLUMN_RANK, labels.COLUMN_NAME, labels.COLUMN_POINTS)
    cells = [[_number(row.rank), _cell(called(row.name)), _number(row.points)] for row in rows]
    head = [_cell(say(one)) for one in columns]
    return {
        "type": "data_table",
        "caption": caption,
        "row_header_column_index": 1,
        "page_size": 10,
        "rows": [head, *cells[:TABLE_ROWS]],
    }


def _cell(said: str) -> Json:
    return {"type": "raw_text", "text": said}


def _number(value: int) -> Json:
    return {"type": "raw_number", "value": value, "text": str(value)}


def progress(view: ProgressView) -> list[Json]:
    """Where one person stands."""
    rank = say(labels.RANK, rank=view.rank) if view.rank else say(labels.NO_RANK)
    head = [points(view.points), rank, *([say(labels.TO_THE_NEXT, points=points(view.gap))] if view.gap else [])]
    streak = view.streak
    facts = [say(labels.THIS_SEASON, points=points(view.season.points), rank=view.season.rank)] if view.season else []
    facts += [say(labels.STREAK, current=streak.current, best=streak.best, rests=streak.rests)]
    facts += [say(labels.ANSWERED, answered=view.answered, solved=view.solved)]
    blocks = [header(called(view.name)), paragraph(bold(", ".join(head)))]
    blocks.append(rich(listed([text(one)] for one in facts)))
    if view.around:
        rows = [[text(f"{one.rank}. {called(one.name)}  {one.points}")] for one in view.around]
        blocks.append(rich(section(bold(say(labels.AROUND_YOU))), listed(rows)))
    if view.lines:
        blocks.append(rich(section(bold(say(labels.THIS_QUESTION))), score(view.lines)))
    blocks += [rich(listed([text(one)] for one in view.more))] if view.more else []
    return [*blocks, *_steps(view)]


def why(view: WhyView) -> list[Json]:
    """Every line of the latest questions, and how the season is made."""
    if not view.questions:
        return [paragraph(text(say(labels.NOTHING_TO_EXPLAIN)))]
    parts: list[Json] = []
    for one in view.questions:
        parts += [section(bold(f"{one.title} ({one.date}): {points(one.points)}")), score(one.lines)]
    told = [say(labels.SEASON_MADE, points=points(view.season), days=view.days)]
    told += [say(labels.SEASON_LATE, late=view.late)] * bool(view.late)
    return [rich(*parts), aside(" ".join(told))]


def correction(view: CorrectionView) -> list[Json]:
    """What a correction would change, and the button that has it done."""
    blocks = [paragraph(bold(say(labels.STALE)))] * view.stale
    blocks += [rich(section(*runs(view.what)), section(text(f"\n{view.counted}")))]
    if view.people:
        blocks.append(rich(listed([text(_change(one))] for one in view.people[:CHANGES_SHOWN])))
    more = len(view.people) - CHANGES_SHOWN
    blocks += [aside(say(labels.MORE, more=more))] * (more > 0)
    do = button(say(labels.DO_IT), Mark(name="confirm", text=view.code), style=Style.DANGER)
    return [*blocks, aside(say(labels.NOTHING_CHANGED_YET)), row(do)]


def _change(one: ScoreChange) -> str:
    score_ = f"{one.points[0]} → {points(one.points[1])}" if one.score_changes else points(one.points[0])
    rank = ""
    if one.ranks and one.rank_changes:
        rank = ", " + say(labels.RANK, rank=f"{one.ranks[0]} → {one.ranks[1]}")
    return f"{called(one.name) if one.name else say(labels.SOMEBODY_HIDDEN)}: {score_}{rank}"
