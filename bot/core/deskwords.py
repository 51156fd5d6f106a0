"""What the bot says about questions that people write, about reports, and at the moderators' desk; said through `say`.

The other sentences are in `words`.
"""

# ---- forms: titles of at most 24 characters, labels of at most 45, hints of at most 100 ----------------------

SUGGEST_TITLE = "Suggest a question"
NEW_TITLE = "A new question"
EDIT_TITLE = "Edit the question"
KIND = "How is it answered?"
KINDS = {
    "choice": "Choose: one or more are right",
    "output": "What does it print?",
    "error": "Which exception, on which line?",
    "function": "Write a function",
    "fill": "Fill in blanks",
}
PROMPT = "The question (or a whole question file)"
PROGRAM = "Program; for a function: a solution"
ANSWER = "The answer"
WHY = "Why: the part people learn from"
FILE = "The question file"
PROMPT_HINT = "What is printed, and why?"
PROGRAM_HINT = "Code without a fence. Blanks are ____"
ANSWER_HINT = "Options, * before a right one · the output · TypeError line 3 · calls at >>> and what they give"
WHY_HINT = "Two or three sentences, and an address to read on, if there is one"
SEND = "Check it"

# ---- what became of a suggestion, for its author ---------------------------------------------------------------

MEND_FIRST = "That cannot be read as a question yet:"
MISTAKE = "{place}: {text}. {fix}"
MISTAKE_AT_ALL = "{text}. {fix}"
PLACE_FIELD = "{field}, line {line}"
PLACE_LINE = "Line {line}"
FIELDS = {"kind": KIND, "prompt": "Question", "program": "Program", "answer": "Answer", "why": "Why"}
SUGGESTED = "Thank you: suggestion {id}"
NOT_YET = "Not yet: suggestion {id}"
IT_WAITS = "It waits for a moderator. Nobody else sees it."
PROVED = "I executed it on Python {versions}, and its answer holds."
EXECUTED = "Its answer rests on your word: nothing in it could be proved by executing it."
NOT_PROVED = "I executed it on Python {versions}, and this does not hold. Only you see it until it does."
CANNOT_PROVE = "I cannot execute it right now: {trouble} It is kept for you; send it again in a while."
TWIN_SEEN = "It is much like “{title}”, which was asked here."
TWIN_UNSEEN = "It is much like a question that is in the pool already."
WITHDRAWN = "Suggestion {id} is withdrawn."
NOT_YOURS = "There is no suggestion {name!r} of yours. `suggest mine` lists them."
DECIDED = "Suggestion {id} is decided already, so it cannot be changed."
CHANGED_MEANWHILE = "Somebody changed it in the meantime, so nothing was changed. Please open it again."
CREDITED = "You will be named as its author when its answer is shown."
UNCREDITED = "You will not be named."
NONE_YET = "You have suggested nothing yet. `suggest` opens a form; a whole question file can be sent as well."
MINE_TITLE = "Your suggestions"
STATES = {
    "draft": "to be mended by you",
    "waiting": "waits for a moderator",
    "asked": "a moderator asked you something",
    "approved": "in the pool",
    "dismissed": "not taken",
    "retired": "not asked any more",
}
TOO_MANY_WAIT = "{most} of your suggestions wait already. Withdraw one, or wait until a moderator has looked at them."
SUGGEST_TOO_FAST = "A question is checked {times} times in ten minutes at most. Send it again in {seconds} s."
SUGGEST_TOO_MANY = (
    "Many people are suggesting questions here, {times} in ten minutes at most. Try again in {seconds} s."
)
WRITTEN_BY = "Written by {name}."

# ---- buttons -------------------------------------------------------------------------------------------------

CHANGE = "Change it"
WITHDRAW = "Withdraw it"
NAME_ME = "Name me as its author"
DO_NOT_NAME_ME = "Do not name me"
LOOK = "Look"

# ---- for moderators --------------------------------------------------------------------------------------------

SUGGESTED_NOTE = "A question was suggested here. `inbox` shows it, executed and checked."
