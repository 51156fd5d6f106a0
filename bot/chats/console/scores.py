"""The views of scores as plain text: boards, progress, why, and corrections before they are made."""

from typing import assert_never

from bot.core.scorecards import BoardView, CorrectionView, ProgressView, ScoreChange, ScoreView, WhyView
from bot.quiz.cleaning import clean_name
from bot.quiz.scoring import ScoreLine
from bot.quiz.standings import Standing

CHANGES_SHOWN = 20


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
        return f"{view.title}: nobody has answered yet."
    return "\n".join([view.title, *map(row_line, view.rows), *below(view)])


def below(view: BoardView) -> list[str]:
    """What stands under the rows: how many more there are, and who won."""
    more = view.participants - len(view.rows)
    winners = ", ".join(map(clean_name, view.winners))
    return [f"… and {more} more"] * (more > 0) + [f"Winner: {winners}"] * bool(winners)


def row_line(row: Standing) -> str:
    """One row of a board."""
    return f"{row.rank:>3}. {clean_name(row.name)}  {row.points}"


def progress(view: ProgressView) -> str:
    """Where one person stands."""
    rank = f"rank {view.rank}" if view.rank else "no rank yet"
    gap = f", {points(view.gap)} to the next" if view.gap else ""
    streak = view.streak
    parts = [
        f"{view.name}: {points(view.points)}, {rank}{gap}",
        *([f"this season: {points(view.season.points)}, rank {view.season.rank}"] if view.season else []),
        f"streak {streak.current} (best {streak.best}), {streak.rests} rest{'' if streak.rests == 1 else 's'}",
        f"{view.answered} answered, {view.solved} solved",
        *(row_line(row) for row in view.around),
    ]
    parts += ["this question:", *map(score_line, view.lines)] if view.lines else []
    return "\n".join(parts)


def why(view: WhyView) -> str:
    """Every line of the latest questions, and how the season is made."""
    if not view.questions:
        return "You have not answered a question here yet, so there is nothing to explain."
    parts = []
    for one in view.questions:
        parts += [f"{one.title} ({one.date}): {points(one.points)}", *map(score_line, one.lines)]
    late = f", {view.late} of them late (a fifth counts at most)" if view.late else ""
    days = f"{view.days} day{'' if view.days == 1 else 's'}"
    return "\n".join([*parts, f"This season: {points(view.season)} from {days} (the best 20 count){late}."])


def correction(view: CorrectionView) -> str:
    """What a correction would change, and how to have it done."""
    stale = ["The ledger has changed since that preview, so nothing was done. It would do this now:"] * view.stale
    more = len(view.people) - CHANGES_SHOWN
    parts = [*stale, view.what, view.counted, *map(change_line, view.people[:CHANGES_SHOWN])]
    parts += [f"  … and {more} more"] * (more > 0)
    return "\n".join([*parts, f"Nothing is changed yet: `confirm {view.code}` does exactly this."])


def change_line(one: ScoreChange) -> str:
    """One person's score and rank, from and to."""
    score = f"{one.points[0]} → {one.points[1]} points" if one.score_changes else points(one.points[0])
    rank = f", rank {one.ranks[0]} → {one.ranks[1]}" if one.ranks and one.rank_changes else ""
    return f"  {clean_name(one.name) if one.name else 'somebody hidden'}: {score}{rank}"


def score_line(line: ScoreLine) -> str:
    """One rule and its value."""
    return f"  {signed(line.points):>4}  {line.why}"


def points(number: int) -> str:
    """`1 point`, `20 points`."""
    return f"{number} point{'' if number == 1 else 's'}"


def signed(number: int) -> str:
    """`+20`, `−8` with a real minus, `0`."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"
