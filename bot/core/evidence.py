"""What a moderator sees of a question before they decide: its learners' side, its key, the check, its twins."""

from collections import Counter

from bot.core import deskwords
from bot.core.composing import told
from bot.core.contributions import FILE, Report, Suggestion
from bot.core.desk import Reported, name_of
from bot.core.hinting import key_on
from bot.core.itemising import item_of, sentences
from bot.core.languages import say
from bot.core.letters import title_of
from bot.core.notation import facts, letter
from bot.core.pages import Action, Page, Row, Style
from bot.core.records import Community
from bot.core.rehearsing import rehearsal_card
from bot.core.retelling import of_questions, translated
from bot.core.world import World
from bot.quiz.grading import expectation
from bot.quiz.questions import Question
from bot.quiz.tasks import Blanks, Case, Coding

QUOTED = 5
"""So many reports are shown word for word, the latest."""
CODE_CHARS = 900
"""Of a block on a page; a page of Discord holds 4,000 characters in all."""


def suggestion_page(world: World, community: Community, one: Suggestion, author: str) -> Page:
    """Everything about one suggestion, and what can be done with it."""
    question = world.workshop.read({FILE: one.text}, id=one.question, topic=one.topic).question
    state = say(deskwords.STATES[one.state.value])
    said = [say(deskwords.BY_WHOM, author=author, day=community.schedule.local_date(one.at), state=f"{state}.")]
    said += [say(deskwords.NAMED_AT_REVEAL)] * one.credit
    return Page(
        title=say(deskwords.INBOX_SUGGESTION, name=name_of(one), title=title_of(one)),
        text=" ".join(said),
        rows=(*(question_rows(world, community, question) if question else ()), *_check(world, one)),
        actions=_actions(one),
    )


def question_rows(world: World, community: Community, question: Question) -> tuple[Row, ...]:
    """A question as learners see it, then what they do not see."""
    version = world.version_for(question)
    shown = rehearsal_card(world, community, question)
    parts = "\n".join([*_lettered(shown.options), *_lettered(shown.lines)])
    rows = [Row(text=f"{shown.title}\n{shown.prompt}", detail=facts(shown), code=cut(shown.program or shown.given))]
    rows += [Row(text=parts)] * bool(parts)
    rows.append(Row(text=say(deskwords.RIGHT_ANSWER), code=cut(key_on(version, question).strip("\n"))))
    if isinstance(question.task, Coding | Blanks):
        cases = "\n".join(map(_case, question.task.cases))
        rows.append(Row(text=say(deskwords.ALL_CASES), code=cut(cases)))
    rows.append(Row(text=say(deskwords.EXPLANATION), detail=cut(question.why)))
    return tuple(rows)


def _check(world: World, one: Suggestion) -> list[Row]:
    found = one.findings
    sentence = deskwords.PROVED if found.proved else deskwords.EXECUTED
    said = say(deskwords.NOT_PROVED if found.mistakes else sentence, versions=", ".join(found.versions))
    rows = [Row(text=say(deskwords.PROOF), detail="\n".join([said, *told(found.mistakes)]))]
    for twin in found.twins:
        known = world.bank.question(twin.question)
        title = known.title if known else ""
        look = Action(label=say(deskwords.PREVIEW), name="preview", text=str(twin.question))
        text = say(deskwords.TWIN, id=twin.question, title=title, why=of_questions(twin.why))
        rows.append(Row(text=text, actions=(look,) * bool(known)))
    return rows


def _actions(one: Suggestion) -> tuple[Action, ...]:
    name = name_of(one)
    edit = Action(label=say(deskwords.EDIT), name="inbox", text=f"edit {name}")
    if one.state.pooled:
        preview = Action(label=say(deskwords.PREVIEW), name="preview", text=str(one.question))
        retire = Action(label=say(deskwords.RETIRE), name="inbox", text=f"dismiss {name}", style=Style.DANGER)
        return preview, edit, retire
    approve = Action(label=say(deskwords.APPROVE), name="inbox", text=f"approve {name}", style=Style.PRIMARY)
    ask = Action(label=say(deskwords.ASK_AUTHOR), name="inbox", text=f"ask {name}")
    dismiss = Action(label=say(deskwords.DISMISS), name="inbox", text=f"dismiss {name}", style=Style.DANGER)
    return (approve, edit, ask, dismiss) if one.state.open else ()


def _lettered(texts: tuple[str, ...]) -> list[str]:
    return [f"{letter(at)}. {text}" for at, text in enumerate(texts)]


def _case(one: Case) -> str:
    about = f"# {one.category}\n" if one.category else ""
    return f"{about}>>> {one.session}\n{translated(expectation(one.expected))}"


def cut(text: str) -> str:
    """As much of a text as a page has room for."""
    return text if len(text) <= CODE_CHARS else f"{text[:CODE_CHARS]}…"


async def reports_page(world: World, community: Community, found: Reported) -> Page:
    """Everything about one reported question: what people say, how they did, and what can be done."""
    one, question = found.round, world.question_of(found.round)
    item = await item_of(world, community, one)
    said = [reporters(deskwords.REPORTERS, found.reports)]
    said += sentences(item) if item else [say(deskwords.NOBODY_ANSWERED)]
    rows = [_report(report) for report in found.reports[-QUOTED:]]
    rows += question_rows(world, community, question) if question else ()
    preview = Action(label=say(deskwords.PREVIEW), name="preview", text=str(one.question))
    dismiss = Action(label=say(deskwords.DISMISS), name="inbox", text=f"dismiss {name_of(found)}")
    void = Action(label=say(deskwords.VOID), name="void", text=f"{one.key} full", style=Style.DANGER)
    return Page(
        title=say(deskwords.INBOX_REPORT, name=name_of(found), title=world.title_of(one), day=one.key),
        text=" ".join(said),
        rows=tuple(rows[:12]),
        actions=(dismiss, preview, void),
    )


def reporters(sentence: str, reports: tuple[Report, ...]) -> str:
    """How many people say that something is wrong, and with what."""
    counts = Counter(one.wrong for one in reports)
    kinds = ", ".join(f"{say(deskwords.REPORT_KINDS[kind.value])} ({many})" for kind, many in counts.most_common())
    many = len(reports)
    people = say(deskwords.ONE_PERSON) if many == 1 else say(deskwords.PEOPLE, number=many)
    return say(sentence, people=people, kinds=kinds)


def _report(one: Report) -> Row:
    return Row(text=say(deskwords.REPORTED_TEXT, wrong=say(deskwords.REPORT_KINDS[one.wrong.value]), text=one.text))
