"""Why an answer got its verdict: sentences with blanks. The ledger keeps them in English, whoever answered.

`core.retelling` finds a sentence here by its text and says it again in another language.
"""

# ---- what grading says ----------------------------------------------------------------------------------

INCOMPLETE = "All of what you chose is right, and something is missing."
OTHER_LINE = "{error} is right; it ends on another line."
TOO_GENERAL = "The line is right. {error} is too general: name the exact exception."
OTHER_ERROR = "The line is right; it is another exception."
IN_THIS_ORDER = "In this order it stops with {last}"
GAVE_ONESELF = "You gave yourself {earned} of {full}."
STILL_TO_SAY = "Still to say: {point}"

# ---- what a case expects, and what came -----------------------------------------------------------------

RAISES = "raises {error}"
RAISED = "raised {error}"
RAISED_WITH = "raised {error}: {message}"
NO_ANSWER = "no answer"
MALFORMED = "a malformed answer"
SPOILT = "something else was said on the judge's own channel"

# ---- how a run ended, as the judge says it --------------------------------------------------------------

MUCH_PRINTED = "It printed more than {most} KiB and was stopped."
MUCH_GIVEN = "What it gave back is too much to look at, and it was stopped."
TOO_SLOW = "It was stopped: {cpu} seconds of processor time or {wall} in all are the most."
TOO_BIG = "It needed more than {most} MiB of memory."
KILLED = "The kernel stopped it, most likely for memory."
CRASHED = "It raised {error}."
LEFT_WITH = "It left with exit code {code} before the end."
LEFT = "It ended the process before the end."
FORBIDDEN = "It asked the kernel for something no lesson needs and was stopped."
INTERPRETER_ENDED = "The interpreter itself ended ({signal})."
