"""From a view to a sheet: one pure function a view."""

from typing import assert_never

from bot.chats.discord import cards, pages, plans, scores, verdicts
from bot.chats.discord.markup import unmarked
from bot.chats.discord.sheets import Sheet
from bot.core.cards import QuestionCard, RevealCard
from bot.core.messages import AuditView, HelpView, HintView, Note, SprintView, TrialView, VerdictView, View
from bot.core.outlooks import QueueView, ScheduleView
from bot.core.pages import Document, Page
from bot.core.scorecards import BoardView, CorrectionView, ProgressView, WhyView

NO_NUMBERS: pages.Numbers = {}


def titled(view: View) -> str:
    """What a view is about, on one line without markup."""
    match view:
        case QuestionCard() | RevealCard() | BoardView() | Page():
            return unmarked(view.title)
        case Note():
            return unmarked(view.text)
        case Document():
            return view.name
        case _:
            return ""


def rendered(view: View, numbers: pages.Numbers = NO_NUMBERS) -> Sheet:  # noqa: C901, PLR0912 - a case a view
    """The view as a card, in the language spoken now."""
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
        case BoardView():
            return scores.board(view)
        case ProgressView():
            return scores.progress(view)
        case WhyView():
            return scores.why(view)
        case CorrectionView():
            return scores.correction(view)
        case HelpView():
            return pages.commands(view, numbers)
        case QueueView():
            return plans.queue(view)
        case ScheduleView():
            return plans.schedule(view)
        case AuditView():
            return plans.audit(view)
        case Page():
            return pages.page(view)
        case Document():
            return pages.document(view)
        case Note():
            return pages.note(view)
        case _:
            assert_never(view)
