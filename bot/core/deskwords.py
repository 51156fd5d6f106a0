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

# ---- beside a schedule ------------------------------------------------------------------------------------------

NOTES_NOT_ALLOWED = "Where notes for moderators are to go, something is missing too:"
OTHER_LANGUAGE = "What everybody reads here is in this language: {public}. `setup language={mine}` makes it {named}."

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
SUGGEST_TOO_LONG = "It is longer than a form can hold. Withdraw it, and suggest the whole file again."
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
    "withdrawn": "withdrawn by you",
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
SOMEBODY = "somebody"

# ---- for moderators --------------------------------------------------------------------------------------------

SUGGESTED_NOTE = "A question was suggested here. `inbox` shows it, executed and checked."
REPORTED_NOTE = "Somebody says that something is wrong with “{title}” of {day}. `inbox` shows it."
INBOX_TITLE = "Inbox"
INBOX_EMPTY = "Nothing waits. Suggestions, reports and what I notice by myself come here."
INBOX_COUNTS = "Suggestions: {suggestions} · questions with reports: {reports} · noticed by me: {flags}"
INBOX_MORE = "{more} more come after these."
INBOX_SUGGESTION = "{name}: “{title}”"
INBOX_SUGGESTION_BY = "suggested by {author} on {day}; {state}"
INBOX_REPORT = "{name}: “{title}” of {day}"
INBOX_REPORT_BY = "{people} say that something is wrong: {kinds}"
ONE_PERSON = "1 person"
PEOPLE = "{number} people"
INBOX_USAGE = "Say which, by its number: `inbox s12`, `inbox approve s12`, `inbox ask s12 …`, `inbox dismiss r7 …`."
NO_SUCH_ITEM = "There is nothing under {name!r} here. `inbox` lists what waits."
BY_WHOM = "By {author}, on {day}. {state}"
NAMED_AT_REVEAL = "They want to be named as the author."
RIGHT_ANSWER = "The answer"
ALL_CASES = "All cases"
EXPLANATION = "The explanation"
PROOF = "The check"
TWIN = "Much like {id}: “{title}” ({why})"
IN_POOL = "“{title}” is in the pool as {id}; it is asked when its turn comes. `pin {id}` sets it for a day."
APPROVED_WHERE = "There is no topic {topic!r} in the pool{meant}"
HAS_MISTAKES = "It has mistakes, so it cannot be asked. Edit it, or ask its author."
DECIDED_ALREADY = "That is decided already: {state}."
ASK_TITLE = "Ask the author"
ASK_FIELD = "What do you want to ask?"
DISMISS_TITLE = "Dismiss"
DISMISS_FIELD = "Why? They will read this."
ASKED_NOW = "{author} will read that with their next command. The suggestion stays here."
DISMISSED_NOW = "{name} is dismissed; who wrote it will be told why."
FLAG_DISMISSED_NOW = "{name} is dismissed."
RETIRED_NOW = "{id} is taken out of the pool. Where it was asked, nothing changes."
REASON_NEEDED = "Say why, in a sentence: `inbox dismiss {name} …`"
TOO_LONG_FOR_A_FORM = "It is longer than a form can hold. Send the whole file: `edit {id}` and the file behind it."
BANK_QUESTION = (
    "{id} is a question of the bank: it is edited in its file, by whoever runs me, so that it is proved for everybody. "
    "A wrong key of a question that was asked is corrected with `rekey` or `void`."
)
NO_OWN_QUESTION = "There is no question {name!r} of this community{meant}"
WAS_ASKED = "{id} was asked on {day}, so it cannot be edited any more. `rekey` and `void` correct what was asked."
EDITED = "{id} is changed, and its answer holds."
NOT_EDITED = "This does not hold, so nothing was changed:"
OWN_TITLE = "Questions of this community"
OWN_NONE = "This community has written no question yet: `new` writes one, `suggest` is for everybody."
OWN_STATE = "{topic} · {state}"
REPORTED_TEXT = "{wrong}: {text}"
REPORTERS = "{people} reported it: {kinds}."
NOBODY_ANSWERED = "Nobody has answered it yet."

APPROVE = "Approve"
EDIT = "Edit"
ASK_AUTHOR = "Ask the author"
DISMISS = "Dismiss"
RETIRE = "Do not ask it any more"
PREVIEW = "Preview"
VOID = "Take it out of the game"
OWN_QUESTIONS = "Our questions"

# ---- reports ---------------------------------------------------------------------------------------------------

REPORT_TITLE = "What is wrong?"
REPORT_KIND = "What is it about?"
REPORT_KINDS = {
    "key": "The answer is wrong",
    "wording": "It can be misunderstood",
    "code": "The program or its cases",
    "other": "Something else",
}
REPORT_FIELD = "What is wrong with it?"
REPORT_HINT = "What you expected, and what you saw"
REPORT_SEND = "Report it"
REPORTED = "Thank you. Moderators see it; if you report “{title}” again, that takes the place of this."
NOT_ASKED_HERE = "That question is only looked at, so there is nothing to report: edit it, or decide in the `inbox`."
NOTHING_TO_REPORT = "No question has been asked here yet."
REPORT_EMPTY = "Say in a sentence what is wrong: `report the key: b is right as well`."

# ---- letters ----------------------------------------------------------------------------------------------------

LETTERS_TITLE = "For you"
LETTERS = {
    "asked": "A moderator asks about your question “{title}”:",
    "approved": "Your question “{title}” is approved; it is in the pool now. Thank you!",
    "dismissed": "Your question “{title}” was not taken:",
    "retired": "Your question “{title}” is not asked any more:",
    "looked into": "Your report about “{title}” was looked into:",
}

# ---- item analysis ------------------------------------------------------------------------------------------------

ITEMS_TITLE = "How the questions do"
ITEMS_NONE = "Nobody has answered a question here in the last three months."
ITEMS_TEXT = "Of the last three months, first tries only; what looks wrong comes first. `items ID` shows one in detail."
ITEM_ROW = "{id}: “{title}”"
ITEM_SUM = "{share} % of {people} right at the first try{findings}"
ITEM_NO_SUCH = "Nobody has answered a question {name!r} here in the last three months{meant}"
ITEM_SHARE = "{share} % of {people} were right at their first try (for sure between {low} and {high} %)."
ITEM_RIGHT_KIND = "Being right goes with doing well elsewhere: {discrimination:+.2f} (1 is perfectly, 0 is not at all)."
ITEM_UNKNOWN_KIND = "Too few people are known well enough to say whether those who do well elsewhere do well here."
ITEM_HELP = "{hinted} of {people} took a hint. Tries that half of them needed at most: {tries:g}."
ITEM_ANSWER = "{mark} {answer} · {share} %"
ITEM_ANSWER_KIND = "goes with doing well elsewhere: {discrimination:+.2f}"
FINDINGS = {
    "too easy": "too easy: nearly everybody is right",
    "too hard": "too hard: hardly anybody is right",
    "key suspicious": "the key is suspicious: those who do well elsewhere are not right more often here",
    "the best choose another": "those who do well elsewhere choose another answer: the key may be wrong",
    "dead option": "an option that hardly anybody takes: replace it",
}

# ---- what the bot noticed -----------------------------------------------------------------------------------------

NOTICED_NOTE = "I noticed something about “{title}” of {day}. `inbox` shows it; nothing follows from it by itself."
SIMILAR = "{name}: two answers to “{title}” of {day} are alike"
SIMILAR_BY = "{share} % of what is unusual in the shorter one is in the other as well"
SIMILAR_TEXT = (
    "{share} % of what is unusual in the shorter answer is in the other one as well, names and numbers aside. That is "
    "evidence, not proof: friends learn together, and a good idea is had twice. Nothing follows from it by itself."
)
SOURCE_FORGOTTEN = "The source text was forgotten; it is kept for some weeks only."
BROKEN = "{name}: “{title}” may be broken"

# ---- muting -------------------------------------------------------------------------------------------------------

MUTE = "Mute {name}"
MUTE_TITLE = "Off the boards"
MUTE_FIELD = "Why? They will read this."
MUTE_USAGE = "Say who and why: `mute ada answers were copied`. They play on, and are on no board here."
MUTED_NOW = "{name} is on no board here from now on. They play on, and `me` tells them why; `unmute {name}` ends it."
UNMUTED_NOW = "{name} is on the boards again, with all they earned."
NOT_MUTED = "{name} is not muted."
MUTED_LIST = "Muted here:"
NOBODY_MUTED = "Nobody is muted here."
YOU_ARE_MUTED = "A moderator has taken you off the boards here: {reason}. You play on, and keep your points."
