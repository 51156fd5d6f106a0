"""Questions and answers as cards: the public ones, and what a learner's own editor repeats of them."""

from bot.chats.discord import markup
from bot.chats.discord.sheets import Button, Buttons, Code, Colour, Piece, Rule, Sheet, Text, buttons
from bot.chats.discord.tags import Open, Press
from bot.core import labels
from bot.core.cards import OptionShare, QuestionCard, RevealCard
from bot.core.languages import say
from bot.core.messages import ANSWER
from bot.core.notation import facts, letter, offered, program, session, solved
from bot.core.pages import Style
from bot.core.typed import points
from bot.quiz.questions import Kind

RUN = "run"


def question(view: QuestionCard) -> Sheet:
    """The card of a question, open or closed."""
    over = view.closed or view.voided
    return Sheet(
        pieces=(*asked(view), Rule(), Text(markup.small(state(view)))),
        colour=Colour.CLOSED if over else Colour.PLAIN,
        below=tuple(filter(None, [_presses(view)])),
        call=markup.role(view.ping),
    )


def asked(view: QuestionCard) -> tuple[Piece, ...]:
    """What is asked. Its options stand there without letters: every learner's own editor has its own order."""
    pieces: list[Piece] = [Text(f"### {markup.plain(view.title)}\n-# {facts(view)}"), *body(view)]
    if view.options:
        pieces.append(Text("\n".join(f"- {markup.option(one)}" for one in view.options)))
    return tuple(pieces)


def body(view: QuestionCard) -> tuple[Piece, ...]:
    """Prompt, program and examples."""
    pieces: list[Piece] = [Text(markup.prose(view.prompt))]
    pieces += [Code(code) for code in (program(view), view.given) if code.strip()]
    pieces += [Code(session(view))] * bool(view.examples)
    pieces += [Code("\n".join(lettered(view)))] * bool(view.lines)
    return tuple(pieces)


def lettered(view: QuestionCard) -> list[str]:
    """Lines to put in order; their letters are everybody's."""
    return [f"{letter(at)}  {line}" for at, line in enumerate(view.lines)]


def state(view: QuestionCard) -> str:
    """How to answer and until when, or that it is over."""
    if view.voided:
        return say(labels.VOIDED)
    if view.closed:
        late = f" {say(labels.LATE_UNTIL)} {markup.when(view.late_until)}." if view.late_until else ""
        return f"{say(labels.CLOSED)}{late}"
    until = f"{say(labels.OPEN_UNTIL)} {markup.when(view.closes)} ({markup.when(view.closes, 'R')})"
    until = say(labels.HOSTED) if view.hosted else until
    return f"{say(labels.HOW[view.kind])} {say(labels.ONLY_YOU_SEE)}\n" + f"{until} · {offered(view)}"


def reveal(view: RevealCard) -> Sheet:
    """The answer in the place of its question. It is hidden until one presses on it: many still want to think first."""
    return Sheet(
        pieces=(*asked(view.question), Rule(), Text(markup.small(_done(view)))),
        hidden=tuple(_answer(view)),
        colour=Colour.CLOSED if view.question.voided else Colour.RIGHT,
        below=tuple(filter(None, [_afterwards(view)])),
        call=0,
    )


def _answer(view: RevealCard) -> list[Piece]:
    pieces: list[Piece] = [Text(f"### {say(labels.THE_ANSWER, title=markup.plain(view.title))}")]
    if view.key:
        pieces.append(Text(markup.prose(view.key)) if view.kind is Kind.OPEN else Code(view.key))
    pieces += [Text(_option(view, one)) for one in view.options]
    rubric = [f"- {points(one.points)}: {markup.prose(one.text)}" for one in view.rubric]
    pieces += [Text("\n".join(rubric))] * bool(rubric)
    pieces.append(Text(markup.prose(view.why)))
    more = [f"- {say(labels.AND_THEN, question=markup.prose(one))}" for one in view.follow_ups]
    pieces += [Text("\n".join(more))] * bool(more)
    sources = "\n".join(say(labels.SOURCE, source=markup.source(one)) for one in view.sources)
    pieces += [Text(markup.small(sources))] * bool(sources)
    return pieces


def _option(view: RevealCard, one: OptionShare) -> str:
    mark, word = ("✓", labels.RIGHT_OPTION) if one.right else ("✗", labels.WRONG_OPTION)
    share = round(100 * one.chosen / view.took_part) if view.took_part else 0
    chosen = f" · {say(labels.CHOSEN_BY, chosen=one.chosen, of=view.took_part, share=share)}" if one.chosen else ""
    why = f"\n{markup.prose(one.why)}" if one.why else ""
    return f"{mark} **{say(word)}** · {markup.option(one.text)}{chosen}{why}"


def _done(view: RevealCard) -> str:
    return "\n".join([*[say(labels.VOIDED)] * view.question.voided, solved(view)])


def _presses(view: QuestionCard) -> Buttons | None:
    takes = not view.voided and (not view.closed or view.late_until is not None)
    tries = view.kind in {Kind.FUNCTION, Kind.FIX, Kind.FILL} and view.examples
    answer = Button(label=say(labels.ANSWER), tag=Open(round=view.round, to=ANSWER), style=Style.PRIMARY)
    if view.hosted:  # what is asked for an evening has no hints, no trials, and no round to report or explain
        return buttons(answer)
    return buttons(
        answer if takes else None,
        Button(label=say(labels.TRY_IT), tag=Open(round=view.round, to=RUN)) if takes and tries else None,
        Button(label=say(labels.HINT), tag=Press(name="hint", round=view.round)) if takes and view.hints else None,
        Button(label=say(labels.REPORT), tag=Press(name="report", round=view.round)),
        Button(label=say(labels.MY_PROGRESS), tag=Press(name="me", round=view.round)),
    )


def _afterwards(view: RevealCard) -> Buttons | None:
    if view.question.hosted:
        return None
    at = view.question.round
    return buttons(
        Button(label=say(labels.MY_PROGRESS), tag=Press(name="me", round=at)),
        Button(label=say(labels.WHY), tag=Press(name="me", text="why", round=at)),
        Button(label=say(labels.BOARD), tag=Press(name="board", round=at)),
        Button(label=say(labels.REPORT), tag=Press(name="report", round=at)),
    )
