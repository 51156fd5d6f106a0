"""Boards, progress, why, and corrections before they are made."""

from bot.chats.discord import limits, markup
from bot.chats.discord.sheets import Button, Buttons, Colour, Piece, Sheet, Text, buttons, sheet
from bot.chats.discord.tags import Press
from bot.chats.discord.verdicts import score_line
from bot.core import labels
from bot.core.languages import say
from bot.core.notation import CHANGES_SHOWN
from bot.core.pages import Action, Style
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, ScoreChange, WhyView
from bot.core.typed import points
from bot.quiz.standings import Standing


def board(view: BoardView) -> Sheet:
    """The public board."""
    title = Text(f"### {markup.plain(view.title)}")
    if not view.rows:
        return sheet(title, Text(say(labels.NOBODY_YET)), below=rows_of(view.actions))
    more = view.participants - len(view.rows)
    winners = ", ".join(map(markup.name, view.winners))
    below = [say(labels.MORE, more=more)] * (more > 0) + [say(labels.WINNER, names=winners)] * bool(winners)
    return sheet(title, Text("\n".join([*map(row, view.rows), *below])), below=rows_of(view.actions))


def row(one: Standing) -> str:
    """One row; Discord would count a list of its own and give nobody the same rank."""
    return f"`{one.rank:>2}` {markup.name(one.name)} · {points(one.points)}"


def progress(view: ProgressView) -> Sheet:
    """Where one person stands."""
    rank = say(labels.RANK, rank=view.rank) if view.rank else say(labels.NO_RANK)
    gap = [say(labels.TO_THE_NEXT, points=points(view.gap))] if view.gap else []
    streak = view.streak
    lines = [" · ".join([points(view.points), rank, *gap])]
    if view.season:
        lines.append(say(labels.THIS_SEASON, points=points(view.season.points), rank=view.season.rank))
    lines.append(say(labels.STREAK, current=streak.current, best=streak.best, rests=streak.rests))
    lines.append(say(labels.ANSWERED, answered=view.answered, solved=view.solved))
    return sheet(
        Text("\n".join([f"### {markup.name(view.name)}", *lines])),
        _titled(labels.AROUND_YOU, [row(one) for one in view.around]),
        _titled(labels.THIS_QUESTION, [score_line(one) for one in view.lines]),
        Text("\n".join(map(markup.escaped, view.more))) if view.more else None,
        below=rows_of(view.actions),
    )


def rows_of(actions: tuple[Action, ...]) -> list[Buttons | None]:
    """Buttons, as many rows of them as they need."""
    given = [Button(label=one.label, tag=Press(name=one.name, text=one.text), style=one.style) for one in actions]
    return [buttons(*given[at : at + limits.ROW]) for at in range(0, len(given), limits.ROW)]


def why(view: WhyView) -> Sheet:
    """Every line of the latest questions, and how the season is made."""
    if not view.questions:
        return sheet(Text(say(labels.NOTHING_TO_EXPLAIN)))
    pieces: list[Piece] = [
        Text(
            "\n".join(
                [f"**{markup.plain(one.title)}** ({one.date}) · {points(one.points)}", *map(score_line, one.lines)]
            )
        )
        for one in view.questions
    ]
    season = say(labels.SEASON_MADE, points=points(view.season), days=view.days)
    late = [say(labels.SEASON_LATE, late=view.late)] * bool(view.late)
    return sheet(*pieces, Text(markup.small("\n".join([season, *late]))))


def correction(view: CorrectionView) -> Sheet:
    """What a correction would change, with the button that has it done."""
    people = view.people[:CHANGES_SHOWN]
    more = len(view.people) - len(people)
    lines = [*map(_change, people), *[say(labels.MORE, more=more)] * (more > 0)]
    return sheet(
        Text(say(labels.STALE)) if view.stale else None,
        Text(f"{markup.plain(view.what)}\n{markup.plain(view.counted)}"),
        Text("\n".join(lines)) if lines else None,
        Text(markup.small(say(labels.NOTHING_CHANGED_YET))),
        colour=Colour.WRONG if view.stale else Colour.PLAIN,
        below=[
            buttons(Button(label=say(labels.DO_IT), tag=Press(name="confirm", text=view.code), style=Style.DANGER)),
        ],
    )


def _change(one: ScoreChange) -> str:
    score = f"{one.points[0]} → {points(one.points[1])}" if one.score_changes else points(one.points[0])
    rank = f" · {say(labels.RANK, rank=f'{one.ranks[0]} → {one.ranks[1]}')}" if one.ranks and one.rank_changes else ""
    return f"{markup.name(one.name) if one.name else say(labels.SOMEBODY_HIDDEN)}: {score}{rank}"


def _titled(title: str, lines: list[str]) -> Text | None:
    return Text("\n".join([f"**{say(title)}**", *lines])) if lines else None
