"""A question's card and its answer, for everybody."""

import re

from bot.chats.slack.marks import EDIT, Mark, button, row
from bot.chats.slack.prose import prose, runs
from bot.chats.slack.rich import (
    Json,
    aside,
    bold,
    divider,
    header,
    listed,
    moment,
    paragraph,
    preformatted,
    rich,
    section,
    text,
)
from bot.core import labels
from bot.core.cards import OptionShare, QuestionCard, RevealCard
from bot.core.languages import say
from bot.core.notation import facts, letter, offered, program, session, solved
from bot.core.pages import Style
from bot.core.typed import points
from bot.quiz.questions import Kind
from bot.quiz.scoring import HINT_COST

_BROADCAST = re.compile(r"@(here|channel|everyone)|<!(here|channel|everyone)>")
_GROUP = re.compile(r"<!subteam\^(\w+)(?:\|[^>]*)?>")


def question(card: QuestionCard) -> list[Json]:
    """The card, with its buttons as long as an answer counts."""
    blocks = [header(card.title), aside(facts(card)), rich(*body(card))]
    blocks.insert(0, paragraph(_ping(card.ping))) if card.ping else None
    return [*blocks, paragraph(*_until(card)), *([] if card.voided else [_buttons(card)])]


def body(card: QuestionCard) -> list[Json]:
    """What is asked, as elements of one rich text. Options have no letters here: each learner has their own order."""
    out = prose(card.prompt)
    out += [preformatted(program(card), python=True)] * bool(card.program.strip())
    out += [preformatted(card.given, python=True)] * bool(card.given.strip())
    out += [preformatted(session(card), python=True)] * bool(card.examples)
    if card.options:
        out += options(card.options)
    if card.lines:
        out.append(preformatted("\n".join(f"{letter(at)}  {line}" for at, line in enumerate(card.lines)), python=True))
    return out


def options(texts: tuple[str, ...]) -> list[Json]:
    """Options as a list; each as a block where one has several lines."""
    if any("\n" in one.strip() for one in texts):
        return [preformatted(one, python=True) for one in texts]
    return [listed([runs(one) for one in texts])]


def _ping(spelled: str) -> Json:
    if found := _BROADCAST.fullmatch(spelled.strip()):
        return {"type": "broadcast", "range": found[1] or found[2]}
    if found := _GROUP.fullmatch(spelled.strip()):
        return {"type": "usergroup", "usergroup_id": found[1]}
    return text(spelled)


def _until(card: QuestionCard) -> list[Json]:
    if card.voided:
        return [text(say(labels.VOIDED))]
    if card.closed and card.late_until:
        return [text(f"{say(labels.CLOSED)} {say(labels.LATE_UNTIL)} "), moment(card.late_until), text(".")]
    if card.closed:
        return [text(say(labels.CLOSED))]
    how = [text(f"{say(labels.HOW[card.kind])} {say(labels.ONLY_YOU_SEE)}\n")]
    until = [text(say(labels.HOSTED))] if card.hosted else [text(f"{say(labels.OPEN_UNTIL)} "), moment(card.closes)]
    return [*how, *until, text(f" · {offered(card)}")]


def _buttons(card: QuestionCard) -> Json:
    at, named = card.round, {"title": card.title}
    answer = button(
        say(labels.ANSWER), Mark(name=EDIT, round=at), style=Style.PRIMARY, spoken=say(labels.ANSWER_IT, **named)
    )
    if card.hosted:  # what is asked for an evening has no hints, no trials, and no round to report or explain
        return row(answer)
    hint = button(say(labels.HINT), Mark(name="hint", round=at), spoken=say(labels.HINT_FOR, cost=HINT_COST, **named))
    report = button(say(labels.REPORT), Mark(name="report", round=at), spoken=say(labels.REPORT_IT, **named))
    mine = button(say(labels.MY_PROGRESS), Mark(name="me", round=at), spoken=say(labels.SHOW_MY_PROGRESS))
    if card.closed:
        return row(*[answer] * (card.late_until is not None), report, mine)
    return row(answer, *[hint] * bool(card.hints), report, mine)


def reveal(view: RevealCard) -> list[Json]:
    """The answer, and why. It can stand in the card's place, so it asks once more what was asked."""
    asked = view.question
    answer: list[Json] = [*prose(view.why)]
    answer[0:0] = [preformatted(view.key, python=view.kind is not Kind.OUTPUT)] * bool(view.key)
    blocks = [header(asked.title), aside(facts(asked)), rich(*body(asked)), divider()]
    blocks += [header(say(labels.THE_ANSWER, title=view.title))]
    blocks += [rich(*(section(*_share(view, one)) for one in view.options))] if view.options else []
    blocks += [rich(*answer)]
    blocks += [rich(*_essay(view))] if view.rubric or view.follow_ups else []
    blocks += [paragraph(text(say(labels.VOIDED)))] * asked.voided
    blocks += [aside(solved(view))]
    blocks += [aside(say(labels.SOURCE, source=one)) for one in view.sources[:5]]
    if asked.hosted:
        return blocks
    report = button(say(labels.REPORT), Mark(name="report", round=asked.round))
    mine = button(say(labels.MY_PROGRESS), Mark(name="me", round=asked.round))
    return [*blocks, row(report, mine)]


def _share(view: RevealCard, one: OptionShare) -> list[Json]:
    mark = say(labels.RIGHT_OPTION if one.right else labels.WRONG_OPTION)
    share = round(100 * one.chosen / view.took_part) if view.took_part else 0
    chosen = say(labels.CHOSEN_BY, chosen=one.chosen, of=view.took_part, share=share)
    head = [bold(f"{'✓' if one.right else '✗'} {mark}: "), *runs(one.text)]
    return [*head, text(f" · {chosen}" * bool(one.chosen) + "\n"), *runs(one.why), text("\n")]


def _essay(view: RevealCard) -> list[Json]:
    met = [[bold(points(one.points)), text("  "), *runs(one.text)] for one in view.rubric]
    more = [runs(say(labels.AND_THEN, question=one)) for one in view.follow_ups]
    return [listed(items) for items in (met, more) if items]
