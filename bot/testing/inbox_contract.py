"""The law of the inbox as tests."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Protocol

from bot.core.contributions import (
    FILE,
    Findings,
    Flag,
    FlagKind,
    Letter,
    LetterKind,
    Mistake,
    Mute,
    Report,
    Suggestion,
    SuggestionState,
    Twin,
    Wrong,
)
from bot.core.filing import Inbox
from bot.core.ports import Agenda, Ledger
from bot.core.records import Help, HelpKind
from bot.core.scorekeeping import Boards, Corrections, Privacy
from bot.quiz.answers import Code, dumps
from bot.quiz.boards import ALL, STREAK
from bot.quiz.ids import FlagId, LetterId, QuestionId, SubmissionId, SuggestionId
from bot.quiz.items import Way
from bot.testing.store_contract import settlement, submit
from bot.testing.terms import FIRST, Term, a_term, answers

_NUMBERS = count(1)
FOUND = Findings(
    versions=("3.11", "3.13"),
    proved=True,
    mistakes=(Mistake(field="program", line=2, text="the program crashes", fix="Mend it."),),
    twins=(Twin(question=QuestionId("two-300s"), why="the program"),),
)


class InboxStore(Agenda, Ledger, Boards, Corrections, Privacy, Inbox, Protocol):
    """The inbox, and the people it is about."""


def a_suggestion(term: Term, *, author: int = 0, state: SuggestionState = SuggestionState.WAITING) -> Suggestion:
    """A question by one of a term's people."""
    return Suggestion(
        event=SubmissionId(f"event{next(_NUMBERS)}"),
        community=term.community.id,
        author=term.people[author].id,
        at=FIRST,
        values={FILE: "# ünïcode"},
        text="# ünïcode",
        state=state,
        findings=FOUND,
    )


def a_flag(term: Term, *people: int, subject: str = "a") -> Flag:
    """Something noticed at a term's first round."""
    kind = FlagKind.SIMILAR if people else FlagKind.BROKEN
    members = tuple(term.people[at].id for at in people)
    return Flag(
        community=term.community.id,
        kind=kind,
        subject=subject,
        round=term.rounds[0].id,
        at=FIRST,
        members=members,
        share=90,
    )


class InboxContract:
    """Every store keeps an inbox like this."""

    async def test_a_suggestion_is_kept_whole_and_delivered_twice_it_is_one(self, store: InboxStore) -> None:
        term = await a_term(store)
        new = a_suggestion(term)
        kept = await store.suggest(new)
        assert kept == replace(new, id=kept.id)
        assert kept.id > 0
        assert await store.suggest(replace(new, text="another")) == kept
        assert await store.suggestions(term.community.id) == (kept,)
        assert await store.suggestion(kept.id) == kept
        assert await store.suggestion(SuggestionId(10**9)) is None

    async def test_of_two_who_change_a_suggestion_at_once_the_second_changes_nothing(self, store: InboxStore) -> None:
        kept = await store.suggest(a_suggestion(await a_term(store)))
        changed = await store.amend(replace(kept, state=SuggestionState.APPROVED, topic="names/binding", credit=True))
        assert changed is not None
        assert (changed.state, changed.topic, changed.credit) == (SuggestionState.APPROVED, "names/binding", True)
        assert await store.amend(replace(kept, state=SuggestionState.DISMISSED)) is None
        assert await store.suggestion(kept.id) == changed
        assert await store.amend(replace(changed, text="new", findings=Findings(), values={"why": "x"})) is not None

    async def test_suggestions_stay_in_their_community(self, store: InboxStore) -> None:
        here, there = await a_term(store), await a_term(store)
        kept = [await store.suggest(a_suggestion(term)) for term in (here, there, here)]
        assert await store.suggestions(here.community.id) == (kept[0], kept[2])
        assert await store.suggestions(there.community.id) == (kept[1],)

    async def test_a_report_is_one_a_person_and_round_and_the_later_one_counts(self, store: InboxStore) -> None:
        term, other = await a_term(store), await a_term(store)
        one = Report(round=term.rounds[0].id, member=term.people[0].id, at=FIRST, wrong=Wrong.KEY, text="b is right")
        later = replace(one, at=FIRST + timedelta(hours=1), wrong=Wrong.WORDING, text="unclear")
        second = replace(one, member=term.people[1].id)
        for report in (one, second, later):
            await store.report(report)
        assert await store.reports(term.community.id) == (second, later)
        assert await store.reports(other.community.id) == ()
        assert await store.settle_reports(one.round) == 2
        assert await store.settle_reports(one.round) == 0
        assert {report.settled for report in await store.reports(term.community.id)} == {True}
        await store.report(one)
        assert [report.settled for report in await store.reports(term.community.id)] == [False, True]

    async def test_what_was_noticed_is_written_down_once_and_settled_once(self, store: InboxStore) -> None:
        term, other = await a_term(store), await a_term(store)
        flags = a_flag(term, 0, 1), a_flag(term, subject="b")
        assert await store.flag(*flags) == 2
        assert await store.flag(*flags, a_flag(other, 0, 1)) == 1
        kept = await store.flags(term.community.id)
        assert kept == tuple(replace(one, id=known.id) for one, known in zip(flags, kept, strict=True))
        assert await store.settle_flag(kept[0].id)
        assert not await store.settle_flag(kept[0].id)
        assert not await store.settle_flag(FlagId(10**9))
        assert await store.flag(flags[0]) == 0
        assert [one.settled for one in await store.flags(term.community.id)] == [True, False]

    async def test_a_letter_is_taken_out_once_by_whom_it_is_for(self, store: InboxStore) -> None:
        term, other = await a_term(store), await a_term(store)
        here, (ada, ben) = term.community.id, term.people[:2]
        letters = [
            Letter(community=here, to=ada.id, at=FIRST, kind=kind, title=kind.name, quote="“ü”", suggestion=about)
            for kind, about in ((LetterKind.ASKED, SuggestionId(3)), (LetterKind.LOOKED_INTO, None))
        ]
        for one in letters:
            await store.leave_letter(one)
        assert await store.letters(here, ben.address) == ()
        assert await store.letters(other.community.id, ada.address) == ()
        kept = await store.letters(here, ada.address)
        assert tuple(replace(one, id=LetterId(0)) for one in kept) == tuple(letters)
        await store.forget_letters(kept[0].id)
        assert await store.letters(here, ada.address) == kept[1:]
        await store.forget_letters(*(one.id for one in kept))
        assert await store.letters(here, ada.address) == ()

    async def test_who_is_muted_plays_on_and_is_on_no_board_of_that_community(self, store: InboxStore) -> None:
        term, other = await a_term(store), await a_term(store)
        here, (ada, ben) = term.community.id, term.people[:2]
        for member in (ada, ben):
            await answers(store, term.rounds[0], member, 7)
        await answers(store, other.rounds[0], ada, 5)
        told = Mute(community=here, member=ada.id, at=FIRST, reason="copied")
        await store.mute(told)
        assert await store.muted(here) == (told,)
        await answers(store, term.rounds[1], ada, 4)
        await store.show(ada.id, alias="~owl~", hidden=False)
        for _ in range(2):
            for period in (ALL, STREAK):
                assert [row.member for row in await store.top(here, period, rows=9)] == [ben.id]
                assert await store.participants(here, period) == 1
            mine = await store.standing(here, ALL, ada.id)
            assert mine is not None
            assert mine.points == 11
            assert [row.member for row in await store.top(other.community.id, ALL, rows=9)] == [ada.id]
            await store.rebuild(here)
        assert await store.unmute(here, ada.id)
        assert not await store.unmute(here, ada.id)
        assert [row.points for row in await store.top(here, ALL, rows=9)] == [11, 7]

    async def test_a_way_is_one_a_person_and_round_from_the_first_try_on(self, store: InboxStore) -> None:
        term, other = await a_term(store), await a_term(store)
        one, two, (ada, ben, gone) = term.rounds[0], term.rounds[1], term.people[:3]
        for place, right in ((ada, False), (ada, True), (ben, True), (gone, True)):
            id_ = SubmissionId(f"way{next(_NUMBERS)}")
            await submit(store, one, place.id, id_, at=one.opens + timedelta(minutes=next(_NUMBERS)))
            await store.settle(id_, settlement(7 if right else 1, right=right))
        await answers(store, two, ada, 4)
        await answers(store, other.rounds[0], ada, 9)
        await submit(store, two, ben.id, f"way{next(_NUMBERS)}", at=two.opens)  # not judged yet
        taken = Help(round=one.id, member=ada.id, kind=HelpKind.HINT, number=1, at=FIRST)
        await store.helps(one.id, ada.id, taken=taken)
        await store.erase(gone.address, now=FIRST)
        code = dumps(Code("x = 1"))
        ways = {
            Way(round=one.id, member=ada.id, answer=code, right=False, tries=2, hints=1, points=8),
            Way(round=one.id, member=ben.id, answer=code, right=True, tries=1, hints=0, points=7),
            Way(round=two.id, member=ada.id, answer=code, right=True, tries=1, hints=0, points=4),
        }
        found = await store.ways(term.community.id, since=one.date)
        assert set(found) == ways
        assert len(found) == 3
        later = await store.ways(term.community.id, since=two.date)
        assert [way.round for way in later] == [two.id]

    async def test_who_is_hidden_stays_hidden_when_they_are_unmuted(self, store: InboxStore) -> None:
        term = await a_term(store)
        here, ada = term.community.id, term.people[0]
        await answers(store, term.rounds[0], ada, 7)
        await store.show(ada.id, alias=None, hidden=True)
        await store.mute(Mute(community=here, member=ada.id, at=FIRST, reason="copied"))
        await store.unmute(here, ada.id)
        assert await store.participants(here, ALL) == 0

    async def test_who_wrote_a_question_or_a_report_is_among_the_people(self, store: InboxStore) -> None:
        term, other = await a_term(store), await a_term(store)
        await store.suggest(a_suggestion(term, author=1))
        await store.report(
            Report(round=term.rounds[0].id, member=term.people[2].id, at=FIRST, wrong=Wrong.CODE, text="")
        )
        assert [one.id for one in await store.people(term.community.id)] == [one.id for one in term.people[1:3]]
        assert await store.people(other.community.id) == ()

    async def test_who_is_erased_leaves_nothing_but_questions_that_are_nobodys(self, store: InboxStore) -> None:
        term = await a_term(store)
        here, ada = term.community.id, term.people[0]
        for state in (SuggestionState.WAITING, SuggestionState.APPROVED):
            await store.suggest(replace(a_suggestion(term, state=state), credit=True))
        await store.report(Report(round=term.rounds[0].id, member=ada.id, at=FIRST, wrong=Wrong.KEY, text="mine"))
        await store.flag(a_flag(term, 0, 1), a_flag(term, 1, 2, subject="b"))
        await store.leave_letter(Letter(community=here, to=ada.id, at=FIRST, kind=LetterKind.ASKED, title="t"))
        await store.mute(Mute(community=here, member=ada.id, at=FIRST, reason="copied"))
        assert await store.erase(ada.address, now=FIRST)
        (left,) = await store.suggestions(here)
        assert (left.state, left.credit, left.values) == (SuggestionState.APPROVED, False, {})
        assert (await store.reports(here), await store.muted(here)) == ((), ())
        assert [one.subject for one in await store.flags(here)] == ["b"]
        nobody = next(one for one in await store.people(here) if one.id == ada.id)
        assert await store.letters(here, nobody.address) == ()
