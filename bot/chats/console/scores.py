"""The views of scores as plain text: boards, progress, why, and corrections before they are made."""

from typing import assert_never

from bot.chats.console.pages import steps
from bot.core import labels, typed
from bot.core.languages import say
from bot.core.notation import CHANGES_SHOWN, called, signed
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, ScoreChange, ScoreView, WhyView
from bot.core.typed import points, reason
from bot.quiz.scoring import ScoreLine
from bot.quiz.standings import Standing


def worded(view: ScoreView) -> str:
    """The view in words."""
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


def board(view: BoardView) -> str:
    """The public board."""
    if not view.rows:
        return "\n".join([f"{view.title}: {say(labels.NOBODY_YET)}", *steps(view.actions)])
    return "\n".join([view.title, *map(row_line, view.rows), *below(view), *steps(view.actions)])


def below(view: BoardView) -> list[str]:
    """What stands under the rows: how many more there are, and who won."""
    more = view.participants - len(view.rows)
    winners = ", ".join(map(called, view.winners))
    return [say(labels.MORE, more=more)] * (more > 0) + [say(labels.WINNER, names=winners)] * bool(winners)


def row_line(row: Standing) -> str:
    """One row of a board."""
    return f"{row.rank:>3}. {called(row.name)}  {row.points}"


def progress(view: ProgressView) -> str:
    """Where one person stands."""
    rank = say(labels.RANK, rank=view.rank) if view.rank else say(labels.NO_RANK)
    gap = f", {say(labels.TO_THE_NEXT, points=points(view.gap))}" if view.gap else ""
    streak = view.streak
    parts = [
        f"{view.name}: {points(view.points)}, {rank}{gap}",
        *([say(labels.THIS_SEASON, points=points(view.season.points), rank=view.season.rank)] if view.season else []),
        say(labels.STREAK, current=streak.current, best=streak.best, rests=streak.rests),
        say(labels.ANSWERED, answered=view.answered, solved=view.solved),
        *(row_line(row) for row in view.around),
    ]
    parts += [say(labels.THIS_QUESTION) + ":", *map(score_line, view.lines)] if view.lines else []
    return "\n".join([*parts, *view.more, *steps(view.actions)])


def why(view: WhyView) -> str:
    """Every line of the latest questions, and how the season is made."""
    if not view.questions:
        return say(labels.NOTHING_TO_EXPLAIN)
    parts = []
    for one in view.questions:
        parts += [f"{one.title} ({one.date}): {points(one.points)}", *map(score_line, one.lines)]
    parts.append(say(labels.SEASON_MADE, points=points(view.season), days=view.days))
    return "\n".join([*parts, *[say(labels.SEASON_LATE, late=view.late)] * bool(view.late)])


def correction(view: CorrectionView) -> str:
    """What a correction would change, and how to have it done."""
    stale = [say(labels.STALE)] * view.stale
    more = len(view.people) - CHANGES_SHOWN
    parts = [*stale, view.what, view.counted, *map(change_line, view.people[:CHANGES_SHOWN])]
    parts += [f"  {say(labels.MORE, more=more)}"] * (more > 0)
    return "\n".join([*parts, f"{say(labels.NOTHING_CHANGED_YET)} {say(typed.CONFIRM, code=view.code)}"])


def change_line(one: ScoreChange) -> str:
    """One person's score and rank, from and to."""
    score = f"{one.points[0]} → {points(one.points[1])}" if one.score_changes else points(one.points[0])
    rank = f", {say(labels.RANK, rank=one.ranks[0])} → {one.ranks[1]}" if one.ranks and one.rank_changes else ""
    return f"  {called(one.name) if one.name else say(labels.SOMEBODY_HIDDEN)}: {score}{rank}"


def score_line(line: ScoreLine) -> str:
    """One rule and its value."""
    return f"  {signed(line.points):>4}  {reason(line)}"
