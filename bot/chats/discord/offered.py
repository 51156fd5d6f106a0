"""The commands as a table: everything Discord offers to learners and to moderators."""

from collections.abc import Mapping
from typing import Any

from bot.chats.discord.commands import QUESTION, TOPIC, ZONE, Option, Sub, Takes
from bot.core.languages import available
from bot.quiz.boards import ALL
from bot.quiz.rulings import Credit

LEARNERS, MODERATORS, SUGGEST = "quiz", "quiz-admin", "Suggest as question"
TOPICS, PLACES, OWN, PEOPLE = "topics", "places", "questions", "people"
WITHIN = {
    TOPICS: "Which topics are asked",
    PLACES: "One community in several places",
    OWN: "How questions do, and the community's own",
    PEOPLE: "Who is on the boards",
}
"""Subcommand groups, and what they are about."""


def _text(name: str, meaning: str, **more: Any) -> Option:  # noqa: ANN401 - the fields of an option
    return Option(name=name, meaning=meaning, **more)


_DAY = _text("day", "A date: 2026-12-24; left out, the next one")
_ASKED = _text("day", "The date of the question: 2026-11-24; left out, the latest")
_TOPIC = _text("topic", "A topic of the question bank", completes=TOPIC, required=True)
_WHICH = _text("question", "The id of a question", completes=QUESTION)
BOARDS = ("today", "week", "season", str(ALL), "streak", "sprint")

QUIZ = (
    Sub(name="today", meaning="Show the question of the day to you alone"),
    Sub(
        name="answer",
        meaning="Answer it privately; left empty, an editor opens",
        options=(_text("answer", "Your answer, where it is short"),),
    ),
    Sub(name="run", meaning="Run the visible cases of a code question; spends no try"),
    Sub(
        name="hint",
        meaning="One more hint; each costs 20 % of the points",
        options=(
            Option(
                name="show-answer",
                meaning="Show the answer instead: you keep your streak and forfeit the points",
                takes=Takes.YES,
                written="answer",
            ),
        ),
    ),
    Sub(
        name="me",
        meaning="Your points, rank and streak, for you alone",
        options=(Option(name="why", meaning="Explain every point", takes=Takes.YES, written="why"),),
    ),
    Sub(
        name="board",
        meaning="The leaderboard",
        options=(
            _text("which", "Of which time; left out, of all time", choices=BOARDS),
            _text("topic", "Of one topic", completes=TOPIC, written="topic {}"),
        ),
    ),
    Sub(name="sprint", meaning="Five known questions against your own timer, once a day"),
    Sub(
        name="privacy",
        meaning="How boards show you, what is kept about you, and how to be erased",
        options=(
            _text("how", "Left out, it shows all you can do", choices=("public", "alias", "hidden", "export", "erase")),
            _text("alias", "The alias; with erase, the word everything"),
        ),
    ),
    Sub(name="home", meaning="A page of your own: where you stand, what is due, your settings"),
    Sub(name="review", meaning="What you missed, when it is due"),
    Sub(
        name="suggest",
        meaning="Suggest a question; left empty, a form opens",
        options=(_text("what", "mine lists what you suggested", choices=("mine",)),),
    ),
    Sub(
        name="report",
        meaning="Report a mistake in a question; left empty, a form opens",
        options=(_text("what", "What is wrong, in a sentence: the key: b is right as well"),),
    ),
    Sub(
        name="link",
        meaning="Make your accounts on two chats one person",
        options=(_text("code", "The code the other account was given"),),
    ),
    Sub(name="unlink", meaning="This account is on its own again, and begins anew"),
    Sub(
        name="settings",
        meaning="Your time zone, your language, reminders",
        options=(_text("zone", "Your time zone: Europe/Berlin", completes=ZONE, written="zone {}"),),
    ),
    Sub(name="help", meaning="What you can ask"),
)

ADMIN = (
    Sub(
        name="setup",
        meaning="Set when questions open in this channel; left empty, it shows the schedule",
        options=(
            _text("days", "daily, weekdays, weekends, mon,wed,fri …"),
            _text("at", "Local time: 09:00"),
            _text("zone", "Time zone: Europe/Berlin", completes=ZONE),
            _text("open", "How long answers are taken: 12h", written="open={}"),
            _text("reveal", "From closing to the answer: 1h", written="reveal={}"),
            Option(name="ping", meaning="A role to call with each question", takes=Takes.ROLE, written="ping=<@&{}>"),
            Option(
                name="thread",
                meaning="A thread for the discussion once the answer is shown",
                takes=Takes.YES,
                written="thread=yes",
                unless="thread=no",
            ),
            Option(
                name="tell", meaning="The channel of notes for moderators", takes=Takes.CHANNEL, written="tell=<#{}>"
            ),
            _text("language", "The language of what everybody reads", choices=available(), written="language={}"),
            _text("more", "Any other words of a schedule: remind=1h pack=names; or cron: 0 9 * * 1-5 Europe/Berlin"),
        ),
    ),
    Sub(name="queue", meaning="The next 14 days, exactly as they will be asked"),
    Sub(name="preview", meaning="A question as learners will see it, and its reveal, for you alone", options=(_WHICH,)),
    Sub(name="dashboard", meaning="What is open, what comes, what waits for you"),
    Sub(name="post", meaning="Ask the next question now"),
    Sub(name="close", meaning="Close the open question"),
    Sub(name="reveal", meaning="Show the answer to everybody"),
    Sub(
        name="extend",
        meaning="Keep the open question open longer",
        options=(_text("by", "By how long: 2h", required=True),),
    ),
    Sub(name="skip", meaning="No question on a day", options=(_DAY,)),
    Sub(name="swap", meaning="Another question for a day", options=(_DAY, _WHICH)),
    Sub(
        name="pin",
        meaning="Set a question for a day",
        options=(_text("question", "The id of a question", completes=QUESTION, required=True), _DAY),
    ),
    Sub(name="pause", meaning="No questions, until a date or resume", options=(_text("until", "A date: 2026-12-24"),)),
    Sub(name="resume", meaning="Go on"),
    Sub(name="ban", within=TOPICS, meaning="Do not ask a topic", options=(_TOPIC,)),
    Sub(name="allow", within=TOPICS, meaning="Ask a banned topic again", options=(_TOPIC,)),
    Sub(
        name="theme",
        within=TOPICS,
        meaning="One topic for a week; off ends it",
        options=(_TOPIC, _text("day", "A date in that week; left out, the week of the next question")),
    ),
    Sub(
        name="rekey",
        meaning="Another key for a question that was asked; shown before it is done",
        options=(
            _ASKED,
            _text("key", "What is right: b, 42, KeyError line 3; bank for its file as it is now", required=True),
        ),
    ),
    Sub(
        name="void",
        meaning="Take a question out of the game; shown before it is done",
        options=(
            _ASKED,
            _text("credit", "All its points for who answered, or none", choices=tuple(map(str, Credit)), required=True),
            _text("why", "The reason, which everybody reads"),
        ),
    ),
    Sub(
        name="adjust",
        meaning="Correct one score by hand; shown before it is done",
        options=(
            _ASKED,
            Option(name="who", meaning="Whose score", takes=Takes.PERSON, required=True, written="discord:{}"),
            _text("points", "How much: +5 or -5", required=True),
            _text("why", "The reason, which everybody reads", required=True),
        ),
    ),
    Sub(
        name="confirm",
        meaning="Do what a preview showed",
        options=(_text("code", "The code under the preview", required=True),),
    ),
    Sub(
        name="digest",
        meaning="How this week went",
        options=(Option(name="last", meaning="The week before", takes=Takes.YES, written="last"),),
    ),
    Sub(
        name="live",
        meaning="A study night: questions at your pace; left empty, the host's panel",
        options=(
            _text("topic", "Its topic, or all", completes=TOPIC),
            _text("questions", "How many"),
            _text("step", "Of one that runs", choices=("reveal", "next", "stop")),
        ),
    ),
    Sub(
        name="invite",
        within=PLACES,
        meaning="A code with which another place joins this community",
    ),
    Sub(
        name="join",
        within=PLACES,
        meaning="This place joins the community that gave the code",
        options=(_text("code", "As it was given", required=True),),
    ),
    Sub(
        name="leave",
        within=PLACES,
        meaning="This place, or another, leaves the community",
        options=(_text("place", "Another place, as `join` named it"),),
    ),
    Sub(
        name="inbox",
        meaning="Suggestions, reports and what I noticed, each with its evidence",
        options=(_text("what", "An item: s12; or approve, edit, ask or dismiss, and an item; left out, the list"),),
    ),
    Sub(name="items", within=OWN, meaning="How questions do, and what looks wrong", options=(_WHICH,)),
    Sub(name="new", within=OWN, meaning="Write a question for this community"),
    Sub(
        name="edit",
        within=OWN,
        meaning="Edit a question of this community that was not asked yet",
        options=(_text("question", "Its id: community/12", required=True),),
    ),
    Sub(
        name="mute",
        within=PEOPLE,
        meaning="Somebody plays on and is on no board here; left empty, it lists who is",
        options=(
            Option(name="who", meaning="Who", takes=Takes.PERSON, written="discord:{}"),
            _text("why", "The reason, which they read"),
        ),
    ),
    Sub(
        name="unmute",
        within=PEOPLE,
        meaning="Somebody is on the boards again",
        options=(Option(name="who", meaning="Who", takes=Takes.PERSON, required=True, written="discord:{}"),),
    ),
    Sub(name="audit", meaning="What moderators did here, the latest first"),
)

GROUPS: Mapping[str, tuple[Sub, ...]] = {LEARNERS: QUIZ, MODERATORS: ADMIN}


def sub_of(group: str, name: str) -> Sub | None:
    """A command of a group; None for one of an older version of us."""
    return next((one for one in GROUPS.get(group, ()) if one.name == name), None)
