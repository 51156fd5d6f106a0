"""Everything that can go wrong, as one tree. Each error speaks to the person who can act on it.

AsklingError
├── Mistake            a person's input; the message is the answer they get
│   ├── AnswerMistake      learner: the answer cannot be graded as it stands, and costs no try
│   ├── ScheduleMistake    moderator: no such zone, weekday or time
│   ├── VisibilityMistake  learner: nobody can be shown like that
│   ├── CodeMistake        a one-time code that is wrong, used or too old
│   ├── CorrectionMistake  moderator: this correction cannot be made as it is asked for
│   ├── QuestionMistake    author: the question cannot be asked (file, line, fix)
│   └── SettingsMistake    operator: every unreadable setting at once
└── Trouble            the world did not do its part; nothing is lost or half-written, trying again is safe
    ├── JudgeTrouble       code could not be run at all
    │   ├── NoFloor        ... because this machine cannot hold it safely
    │   └── JudgeBusy      ... now, because too many wait already
    ├── StoreTrouble       an answer could not be written down
    ├── BankTrouble        there is no question to ask
    └── ChatTrouble        a message did not arrive
        ├── Gone               the place or message no longer exists
        ├── Refused            a person must change something first, and the message says what
        └── Busy               the platform asks us to wait (`seconds`)
"""


class AsklingError(Exception):
    """Root of every error that is ours; `str(error)` is a sentence a person can act on.

    Args:
        sentence: in English, with the names of its blanks in braces when there are values.
        values: what fills them, kept apart so that the sentence can be said in another language.
    """

    def __init__(self, sentence: object = "", /, **values: object) -> None:
        self.sentence, self.values = f"{sentence}", values
        super().__init__(self.sentence.format(**values) if values else self.sentence)


class Mistake(AsklingError):
    """A person's input cannot be used; the message tells that person what to change."""


class AnswerMistake(Mistake):
    """For the learner: this answer cannot be graded, and no try was spent."""


class ScheduleMistake(Mistake):
    """For the moderator: nobody could keep this schedule."""


class VisibilityMistake(Mistake):
    """For the learner: nobody can be shown like that; they are shown as before."""


class CodeMistake(Mistake):
    """For whoever said it: this one-time code opens nothing, or not any more."""


class CorrectionMistake(Mistake):
    """For the moderator: this correction cannot be made; nothing was changed."""


class QuestionMistake(Mistake):
    """For the author: this question cannot be asked."""


class SettingsMistake(Mistake):
    """For the operator: settings that cannot be used, all of them at once."""


class Trouble(AsklingError):
    """The world did not do its part. Nothing is half-done; trying again is safe."""


class JudgeTrouble(Trouble):
    """Code could not be run at all. A snippet that crashes or hangs is a normal `Run`, never this."""


class NoFloor(JudgeTrouble):
    """This machine lacks a layer without which the judge refuses to run anybody's code."""


class JudgeBusy(JudgeTrouble):
    """Too many answers wait to be judged; nothing was run, and trying again in a minute is right."""


class JudgeClosing(JudgeTrouble):
    """The judge is ended just now, as at a restart; what was handed in is judged after the next start."""


class StoreTrouble(Trouble):
    """The store could not read or write; what was acknowledged before is safe."""


class BankTrouble(Trouble):
    """There is no question that could be asked."""


class ChatTrouble(Trouble):
    """A message did not arrive."""


class Gone(ChatTrouble):
    """The place or the message no longer exists."""


class Refused(ChatTrouble):
    """A person must change something (a permission, a setting) before this can work."""


class Busy(ChatTrouble):
    """The platform asks us to wait."""

    def __init__(self, sentence: str, /, *, seconds: float, **values: object) -> None:
        super().__init__(sentence, **values)
        self.seconds = seconds
