"""What stands on buttons, above fields and beside numbers, shared by every chat that draws them; said through `say`.

The sentences the bot speaks are in `words`.
"""

from bot.quiz.questions import Kind

# ---- buttons --------------------------------------------------------------------------------------------

ANSWER = "Answer"
HINT = "Hint"
ANOTHER_HINT = "Another hint"
SHOW_THE_ANSWER = "Show the answer (no points)"
COPY_AS_TEXT = "Copy as text"
BY_TOPIC = "By topic"
REPORT = "Report"
MY_PROGRESS = "My progress"
TODAY = "Today"
REVIEW = "Review"
BOARD = "Board"
WHY = "Why these points?"
SETTINGS = "Settings"
PRIVACY = "Privacy"
HELP = "Help"
SUGGEST = "Suggest a quiz question"
TRY_IT = "Try it first"
TRY_AGAIN = "Try again"
GO_ON = "Go on"
I_GUESSED = "I guessed"
SHOW_MY_NAME = "Show my name"
USE_AN_ALIAS = "Use an alias"
HIDE_ME = "Hide me"
EXPORT = "Export my data"
ERASE_ME = "Erase me"
ERASE_FOR_GOOD = "Erase me for good"
KEEP_ME = "No, keep me"
KNEW_IT = "I knew it"
KNEW_SOME = "Partly"
KNEW_NOTHING = "Not yet"
GRADE_MYSELF = "Grade myself"
NONE_OF_THEM = "None of them"
OPEN_IT = "Open it"
CHOOSE_A_STEP = "Choose what to do"
DO_IT = "Do it"
HAND_IN = "Hand in"
RUN = "Run"
CLOSE = "Close"
LETTER = "Option {letter}"

# ---- buttons, as a screen reader says them --------------------------------------------------------------

ANSWER_IT = "Answer the question: {title}"
HINT_FOR = "A hint for: {title}. It costs {cost} percent."
REPORT_IT = "Report a mistake in: {title}"
SHOW_MY_PROGRESS = "Show my points, rank and streak to me alone"

# ---- titles of forms and pages, at most 24 characters ---------------------------------------------------

YOUR_ANSWER = "Your answer"
TRY_YOUR_CODE = "Try your code"
SPRINT = "Sprint"
JUST_FOR_YOU = "Just for you"

# ---- fields ---------------------------------------------------------------------------------------------

CHOOSE_ONE = "Choose one"
CHOOSE_ALL = "Choose all that are right"
PRINTED = "What does it print?"
EXCEPTION = "Which exception?"
LINE = "On which line does it end?"
CODE = "Your code"
FILE = "Or a file, if it is long"
IN_ORDER = "The letters in their order, such as: c a b"
BLANK = "Blank {number}"
BLANKS_A_LINE = "The blanks, one a line"
WHOLE_ON_THE_CARD = "Long options are cut here; the card has them whole."
OWN_WORDS = "In your own words"
POINTS_MADE = "Which of these points did yours make?"

ZONE = "Time zone; empty: as my chat says"
ALIAS = "What boards call you"
ALIAS_HINT = "Night Owl"
LANGUAGE = "Language"
OWN_NAME = "(What this language calls itself: Deutsch, Français)"
"""Each catalogue says its own language's name here."""
AS_MY_CHAT_SAYS = "As my chat says"
REMIND_ME = "Remind me"
NO_REMINDERS = "Never"
REMINDERS = "When my streak needs an answer"
SAVE = "Save"

# ---- beside the question --------------------------------------------------------------------------------

FACTS = "{topic} · level {level} · {worth} points · Python {python}"
FACTS_HOSTED = "{topic} · level {level} · one point · Python {python}"
AT = "{day} at {time}"
OPEN_UNTIL = "Open until"
HOSTED = "Open until the host goes on"
FIRST_COUNTS = "the first answer counts"
NUMBER_OF_HINTS = "{hints} hints"
ONE_HINT = "1 hint"
NUMBER_OF_TRIES = "{tries} tries"
CLOSED = "This question is closed."
LATE_UNTIL = "An answer still earns half until"
VOIDED = "This question was taken out of the game: nobody has missed it, and no more answers are counted."
KINDS = {
    Kind.CHOICE: "choice",
    Kind.OUTPUT: "output",
    Kind.ERROR: "error",
    Kind.FUNCTION: "function",
    Kind.FIX: "repair",
    Kind.ORDER: "order",
    Kind.FILL: "blanks",
    Kind.OPEN: "own words",
}
"""How it is answered, in a word."""
DISCUSS = "The answer is shown: talk about the question in this thread."
ONLY_YOU_SEE = "Only you see your answer."
HOW = {
    Kind.CHOICE: "Choose what is right.",
    Kind.OUTPUT: "What does it print?",
    Kind.ERROR: "Which exception ends it, and on which line?",
    Kind.FUNCTION: "Write the code.",
    Kind.FIX: "Repair the code.",
    Kind.ORDER: "Put the lines in order. A line may be a trap: leave it out.",
    Kind.FILL: "Fill in the blanks.",
    Kind.OPEN: "Answer in your own words, then grade yourself.",
}

# ---- beside a verdict -----------------------------------------------------------------------------------

OUTCOMES = {
    "passed": "Right",
    "wrong": "Not yet",
    "crashed": "It crashed",
    "too slow": "Too slow",
    "too big": "Too much memory",
    "too loud": "Too much output",
    "forbidden": "Not allowed here",
    "exited": "It left early",
    "refused": "Not run",
    "written": "Written down",
}
"""By the word of the outcome, which stays the same in JSON and in the ledger."""
JUDGING = "Judging your answer …"
AGAIN_JUDGED = "This very answer was judged before; nothing was counted twice."
EXPECTED = "expected {value}"
GOT = "got {value}"
HIDDEN_CASE = "hidden: {category}"
HIDDEN_PASSED = "Hidden cases: {passed} of {of} passed"
IT_PRINTED = "It printed"
TOOK = "It took {seconds} s."
MODEL_ANSWER = "A model answer"
YOU_HAVE = "You have {points}"
POINTS = "{points} points"
ONE_POINT = "1 point"
RANK_OF = "rank {rank} of {of}"
RANK = "rank {rank}"
NO_RANK = "no rank yet"
TRIES_LEFT = "{tries} tries left"
ONE_TRY_LEFT = "1 try left"
NOT_HANDED_IN = "Nothing was handed in, and no try was spent."
HINT_OF = "Hint {number} of {of} (−{cost} %)"

# ---- beside an answer -----------------------------------------------------------------------------------

THE_ANSWER = "The answer: {title}"
RIGHT_OPTION = "right"
WRONG_OPTION = "wrong"
CHOSEN_BY = "chosen by {chosen} of {of} ({share} %)"
SOLVED_BY = "{solved} of {of} solved it."
SOLVED_BY_NOBODY = "Nobody has answered it."
AND_THEN = "And then: {question}"
SOURCE = "Source: {source}"

# ---- boards and progress --------------------------------------------------------------------------------

COLUMN_RANK = "Rank"
COLUMN_NAME = "Name"
COLUMN_POINTS = "Points"
NOBODY_YET = "Nobody has answered yet."
MORE = "… and {more} more"
WINNER = "Winner: {names}"
TO_THE_NEXT = "{points} to the next rank"
THIS_SEASON = "This season: {points}, rank {rank}"
STREAK = "Streak {current} (best {best}), rests in hand: {rests}"
ANSWERED = "{answered} answered, {solved} solved"
THIS_QUESTION = "This question"
WEAK_TOPICS = "Worth another look: {topics}"
WEAK_TOPIC = "{topic} ({right} of {of} right at the first try)"
BADGES_EARNED = "Badges: {badges}"
BADGES = {
    "seven in a row": "Seven in a row",
    "thirty in a row": "Thirty in a row",
    "a hundred in a row": "A hundred in a row",
    "sharp eye": "Sharp eye",
    "did not give up": "Did not give up",
    "all-rounder": "All-rounder",
    "deep diver": "Deep diver",
    "did not forget": "Did not forget",
}
"""By the word of the badge."""
HOME = "Your own page"
STREAK_AT_STAKE = "Your streak"
LATEST = "What you answered last"
SET = "Your day ends in {zone}; reminders are {reminders}."
REMINDED = "on"
NOT_REMINDED = "off"
DUE_NOW = "Due for review now: {number}"
DUE_ON = "Next due for review: {day}"
AROUND_YOU = "Around you"
NOTHING_TO_EXPLAIN = "You have not answered a question here yet, so there is nothing to explain."
SEASON_MADE = "This season: {points}; days played: {days} (the best 20 count)."
SEASON_LATE = "{late} of them late (a fifth counts at most)."
SCORES_CHANGE = "{scores} scores change"
ONE_SCORE_CHANGES = "1 score changes"
RANKS = "{ranks} ranks"
ONE_RANK = "1 rank"
SOMEBODY_HIDDEN = "somebody hidden"
STALE = "The ledger has changed since that preview, so nothing was done. It would do this now:"
NOTHING_CHANGED_YET = "Nothing is changed yet."
SPRINT_AT = "Question {number} of {of} · {seconds} s left · {points} so far"
SPRINT_OVER = "Your sprint of today is over: {points}. `board sprint` has the best."
FOR_SPEED = "for speed"

# ---- days ahead -----------------------------------------------------------------------------------------

TIMES_IN = "Times in {zone}"
NOTHING_OPENS = "Nothing opens in the next 14 days."
UNUSED = "{unused} unused questions are left."
PINNED = "pinned"
NOTHING_TO_COME = "No question is to come: it is paused, or its days never come."
