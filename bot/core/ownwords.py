"""What the bot says about what is somebody's own: review, settings, privacy; said through `say`.

The other sentences are in `words`.
"""

# ---- review ----------------------------------------------------------------------------------------------

REVIEW_EMPTY = (
    "There is nothing to review. What you answer wrong, at a later try, with help or by a guess comes here once its "
    "answer was shown."
)
REVIEW_DONE = "Nothing is due now. On {day} a question comes back; {number} are in your review."
REVIEW_AGAIN = "It comes back on {day}."
REVIEW_LEFT = "Still due today: {number}."
GUESSED = "Noted, and no point is lost: it is in your review once its answer was shown, from {day} on."
GUESSED_AGAIN = "Noted: it comes back on {day}."
NOTHING_GUESSED = "There is no right answer of yours that could have been a guess."

# ---- settings --------------------------------------------------------------------------------------------

ZONE_SET = "Your day ends in {zone}."
ZONE_OF_CHAT = "Your day ends as your chat says, or else as the place where you answer."
LANGUAGE_SET = "I speak {language} with you."
LANGUAGE_OF_CHAT = "I speak the language of your chat with you, where I know it."
REMINDED = "I write to you before a question closes that your streak needs."
NUDGE = (
    "“{title}” closes at {at}, and your streak of {streak} ends there without an answer, right or wrong. You asked to "
    "be reminded; `settings` ends that."
)
NUDGE_WITH_REST = (
    "“{title}” closes at {at}. Without an answer, right or wrong, your streak of {streak} uses up a rest. You asked to "
    "be reminded; `settings` ends that."
)
NOT_REMINDED = "I never write to you first."

# ---- privacy ---------------------------------------------------------------------------------------------

PRIVATE_ANSWERS = "No other learner ever sees what you answer."
EXPORT_OFFERED = "Everything that is written down about you, in every place, as a file for you alone."
ERASE_OFFERED = "Remove your name, points, streak and all you wrote, for good. I ask once more before I do."
EXPORTED = "This is everything that is written down about you here, in every place that knows you."
SHOWN_PUBLIC = (
    "Boards show you as {name}, in everything you ever earned. `privacy alias NAME` or `privacy hidden` changes that."
)
SHOWN_ALIAS = "Boards show you as {alias}, in everything you ever earned. `privacy public` shows {name} again."
SHOWN_HIDDEN = (
    "No board shows you, now and for the past. `me` keeps your own numbers for you; `privacy public` shows you again."
)
ERASE_ASKED = (
    "`privacy erase everything` removes your name, points, streak and all you wrote, in every place here, for good. "
    "Your answers stay as nobody's. It cannot be undone."
)
ERASED = "You are erased: nothing here knows you any more. If you answer again, you begin anew."
