"""What the bot says about what belongs together: places of one community, addresses of one person.

Said through `say`. The other sentences are in `words`.
"""

# ---- places ---------------------------------------------------------------------------------------------

MISSED_THERE = (
    "I could not reach {place} in time, so the question of {day} was not asked there. The other places had it, and "
    "nobody's streak suffers there."
)
NOT_THERE = {
    "open": "The question of {day} could not be asked in {place}: {trouble} The other places go on; "
    "`leave {place}` takes that one out.",
    "reveal": "The answer of {day} could not be shown in {place}: {trouble} It is tried again once a day, and `reveal` "
    "tries at once.",
    "correct": "The note on the correction of {day} could not be shown in {place}: {trouble} Please tell people there.",
}
INVITED = (
    "In the other place, a moderator says `/quiz-admin join {code}` within {minutes} minutes. Both are one community "
    "then: the same questions, one leaderboard."
)
WHICH_CODE = "Say the code as well: `join K7QF-2MWD`. `/quiz-admin invite` in the first place gives one."
NO_SUCH_CODE = (
    "That code opens nothing. It may be mistyped, used already, or older than {minutes} minutes; ask for a new one."
)
TOO_MANY_CODES = "Too many wrong codes. You can try again in {minutes} min."
JOINED = "This place is part of the community of {places} now, with one leaderboard. Its schedule: {schedule}"
ALREADY_HERE = "This place is part of that community already."
HAS_ITS_OWN = (
    "This place has a community of its own with a history, and two histories cannot become one. `pause` stops its "
    "questions; another channel can join."
)
ONLY_PLACE = "This is the community's only place, so it stays. `pause` stops the questions."
NO_SUCH_PLACE = "{place} is none of this community's places: {places}"
LEFT = "{place} belongs to the community no more. It goes on in {places}."

# ---- addresses ------------------------------------------------------------------------------------------

LINK_CODE = (
    "In the other chat, send `/quiz link {code}` within {minutes} minutes: you are shown what it does before it is "
    "done. Tell it nobody, for whoever says it becomes one with you."
)
LINK_TITLE = "One person"
LINK_TEXT = (
    "{other} becomes one with {into}: one row on every board, as {name}. Answers, points, sprints, reviews and "
    "settings come together, and it cannot be undone."
)
LINK_HIDDEN = "One of the two is hidden, so both are; `privacy public` shows you again."
LINK_ROW = "{chats}: {mine} + {theirs} points become {both}; questions in a row: {streaks}"
LINK_TWICE = "Answered under both: {twice}. They count once, as if one person had tried."
LINK_DO = "Make them one"
LINK_STALE = "Something was answered meanwhile, so nothing was done. It would do this now:"
LINK_RESULT = "two addresses are one person; questions answered under both count once: {twice}"
LINKED = "Done: {addresses} are one person now, with one row, one streak and one set of tries."
LINKED_ALREADY = "These are one person already: {addresses}"
NOTHING_LINKED = "This address is linked to no other. `link` gives a code that links it."
UNLINK_TITLE = "Two people again"
UNLINK_ASKED = (
    "From then on {address} begins anew, with nothing. All that was earned until now, also here, stays with {others}."
)
UNLINK_DO = "Unlink this address"
UNLINKED = "{address} is on its own now, and begins anew. What was earned stays with {others}."
