"""A view for a terminal: the words of `render`, with highlighted code, panels and a table."""

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from bot.chats.console import render
from bot.chats.console.pages import steps
from bot.chats.console.scores import below
from bot.core import labels
from bot.core.cards import QuestionCard, RevealCard
from bot.core.languages import say
from bot.core.messages import VerdictView, View
from bot.core.notation import called, facts, letter, program, session, solved
from bot.core.scorecards import BoardView
from bot.core.typed import points
from bot.quiz.questions import Kind


def renderable(view: View) -> RenderableType:
    """What rich prints; views without a look of their own are plain text."""
    match view:
        case QuestionCard():
            return _question(view)
        case RevealCard():
            return _reveal(view)
        case VerdictView():
            style = "green" if view.verdict.right else "blue" if view.rubric else "red"
            return Panel(Text(render.text(view)), border_style=style, title=render.outcome(view.verdict))
        case BoardView() if view.rows:
            return _board(view)
        case _:
            return Text(render.text(view))


def _question(view: QuestionCard) -> RenderableType:
    parts: list[RenderableType] = [Text(view.ping)] if view.ping else []
    parts += [Text(facts(view), style="dim"), Markdown(view.prompt)]
    parts += [_code(code) for code in (program(view), view.given) if code.strip()]
    if view.examples:
        parts.append(_code(session(view)))
    parts += [Markdown(f"**{letter(at)}.** {option}") for at, option in enumerate(view.options)]
    parts += [Text(f"{letter(at)}.  {line}") for at, line in enumerate(view.lines)]
    parts.append(Text(render.footer(view), style="cyan"))
    return Panel(Group(*parts), title=Text(view.title), border_style="blue")


def _reveal(view: RevealCard) -> RenderableType:
    prose = view.kind is Kind.OPEN
    parts: list[RenderableType] = [Markdown(view.key) if prose else _code(view.key)] if view.key else []
    for at, option in enumerate(view.options):
        mark = "✓" if option.right else "✗"
        parts.append(Markdown(f"{mark} **{letter(at)}.** {option.text}{render.share(view, option)}\n\n> {option.why}"))
    parts += [Markdown(f"- ({points(one.points)}) {one.text}") for one in view.rubric]
    parts += [Markdown(say(labels.AND_THEN, question=one)) for one in view.follow_ups]
    parts += [Text(say(labels.VOIDED))] * view.question.voided
    parts += [Markdown(view.why), Text(solved(view), style="dim")]
    parts += [Text(say(labels.SOURCE, source=source), style="dim") for source in view.sources]
    # A plain string would be read as rich's markup, and "Slices: [red]" lose its end.
    return Panel(Group(*parts), title=Text(say(labels.THE_ANSWER, title=view.title)), border_style="green")


def _board(view: BoardView) -> RenderableType:
    table = Table(title=Text(view.title))
    table.add_column(say(labels.COLUMN_RANK), justify="right")
    table.add_column(say(labels.COLUMN_NAME))
    table.add_column(say(labels.COLUMN_POINTS), justify="right")
    for row in view.rows:
        table.add_row(str(row.rank), Text(called(row.name)), str(row.points))
    return Group(table, *(Text(line) for line in (*below(view), *steps(view.actions))))


def _code(code: str) -> RenderableType:
    return Syntax(code.rstrip(), "python", background_color="default", word_wrap=True)
