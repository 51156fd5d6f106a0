"""From lines to deeds. A message is one line, or the lines of a fenced block; `ada> …` says who speaks."""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from bot.chats.console.filling import Filling
from bot.core import typed
from bot.core.forms import Form
from bot.core.messages import Command, Deed, Filled, Person, Submission
from bot.quiz.cleaning import clean_name
from bot.quiz.ids import Address, Place, SubmissionId
from bot.quiz.sentences import Sentence

FILE_BYTES = 1024 * 1024
BLOCK_CHARS = 1024 * 1024
# A learner's line is full of `>` that names nobody: `<class 'int'>`, `x -> b`, `print(1 > 2)`.
_SPEAKER = re.compile(r"\s*([^\s<>=()`@/][^<>=()`]{0,39}?)(?<!-)>[ \t]?(.*)", re.DOTALL)
_LETTERS = re.compile(r"(?:[A-Za-z]|\d)(?:[\s,]+(?:[A-Za-z]|\d))*")
LEARNER = (
    "today",
    "answer",
    "run",
    "hint",
    "review",
    "guessed",
    "home",
    "me",
    "board",
    "sprint",
    "suggest",
    "report",
    "link",
    "unlink",
    "settings",
    "privacy",
    "help",
)
PLANNING = ("setup", "queue", "pin", "swap", "skip", "ban", "allow", "theme", "pause", "resume", "extend")
MODERATOR = (
    "preview",
    "try",
    "live",
    "dashboard",
    "digest",
    "post",
    "close",
    "reveal",
    "rekey",
    "void",
    "adjust",
    "confirm",
    "invite",
    "join",
    "leave",
    "audit",
    "inbox",
    "items",
    "new",
    "edit",
    "mute",
    "unmute",
    *PLANNING,
)
_WITH_CODE = ("answer", "run", "review", "rekey", "suggest", "new")
"""Words whose text may be a fenced block or a file."""
_FENCE = "```"
UNREADABLE = {
    typed.LINE_TOO_LONG: typed.BLOCK_LINE_TOO_LONG,
    typed.LINE_NOT_TEXT: typed.BLOCK_NOT_TEXT,
}
"""What is said to a line that cannot be read, and to a block with such a line in it."""
NOTHING = Sentence("")


@dataclass(frozen=True, slots=True)
class Said:
    """What a message came to: a deed, or a sentence for its author, or neither (nothing was said)."""

    name: str
    deed: Deed | None = None
    note: Sentence = NOTHING


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody wants to end the conversation."""


class Inbox:
    """Collects lines into messages and reads them.

    Args:
        place: the console's place.
        me: who speaks when a line does not say.
        session: makes submission ids unique between two starts.
        first: the number of the first message.
        zone: the time zone of whoever sits here.
    """

    def __init__(self, *, place: Place, me: str, session: str, first: int = 1, zone: str = "") -> None:
        self._place, self._me, self._session, self._number, self._zone = place, me, session, first, zone
        self._block: list[str] | None = None
        self._size = 0
        self._spoilt = ""
        self._speaker = me
        self._word = "answer"
        self._asked = False
        self._forms: dict[str, Filling] = {}

    def fill(self, name: str, form: Form) -> None:
        """Somebody was given a form; a newer one takes the place of theirs."""
        self._forms[name] = Filling(form)

    def sent(self, name: str) -> None:
        """Somebody's form was taken; one that has to be corrected stays open."""
        self._forms.pop(name, None)

    @property
    def in_block(self) -> bool:
        """Whether a fenced block is still open."""
        return self._block is not None

    def line(self, line: str) -> Said | Leave | None:
        """Take one line; None while a message is not complete or empty."""
        line = line.rstrip("\r\n")
        if self._block is not None:
            return self._in_block(line)
        name, text = self._who(line)
        asked = self._asked and text.lstrip().startswith(_FENCE) and name == self._speaker
        self._asked = False
        stripped = text.strip()
        if not stripped:
            return None
        if stripped in ("quit", "exit", "/quit", "/exit"):
            return Leave()
        if stripped.startswith(_FENCE):
            if not asked and stripped.count(_FENCE) > 1:
                return self._said(name, "answer", stripped)
            self._open(name, self._word if asked else "answer", stripped)
            return None
        return self._read(name, stripped)

    def unreadable(self, why: str) -> Said | None:
        """Take a line that cannot be read; `why` is one of UNREADABLE.

        Code with a line missing is other code, so an open block is given up.
        """
        if self._block is None:
            return Said(self._me, note=Sentence(why))
        self._spoilt = self._spoilt or UNREADABLE[why]
        return None

    def end(self) -> Said | None:
        """No more lines come; an open block is said to be incomplete, and nothing of it is handed in."""
        if self._block is None:
            return None
        self._block = None
        return Said(self._speaker, note=Sentence(typed.BLOCK_OPEN))

    def _open(self, name: str, word: str, fence: str) -> None:
        self._block, self._speaker, self._word, self._size, self._spoilt = [fence], name, word, 0, ""

    def _in_block(self, line: str) -> Said | None:
        block = self._block or []
        self._size += len(line) + 1
        if self._size > BLOCK_CHARS:
            self._spoilt = self._spoilt or typed.BLOCK_TOO_LARGE
        if not self._spoilt:
            block.append(line)
        if line.strip() != _FENCE:
            return None
        self._block = None
        if self._spoilt:
            return Said(self._speaker, note=Sentence(self._spoilt))
        return self._said(self._speaker, self._word, "\n".join(block))

    def _who(self, line: str) -> tuple[str, str]:
        first = line.split(maxsplit=1)[:1]
        found = None if first and first[0].casefold() in (*LEARNER, *MODERATOR) else _SPEAKER.match(line)
        # Inside an open `answer`, the fence that follows belongs to whoever said it.
        if not found:
            return (self._speaker if self._asked else self._me), line
        return clean_name(found[1]), found[2]

    def _read(self, name: str, text: str) -> Said | None:
        admin, text = _without_slash(text)
        word, _, rest = text.partition(" ")
        word, rest = word.casefold(), rest.strip()
        word = "help" if word == "?" else word
        if name in self._forms and word in ("fill", "send"):
            return self._field(name, rest) if word == "fill" else self._send(name)
        if word.startswith("@"):
            return self._file(name, "answer", text[1:])
        if _brings_code(word, rest) and (not admin or word in MODERATOR):
            return self._with_code(name, word, rest)
        if admin or word in MODERATOR:
            return self._command(name, word, rest, MODERATOR)
        if word == "answer":
            return self._said(name, word, rest)
        if word in LEARNER:
            return self._command(name, word, rest, LEARNER)
        if admin is not None:
            return Said(name, note=_unknown(word, LEARNER))
        if _LETTERS.fullmatch(text):
            return self._said(name, "answer", text)
        return Said(name, note=Sentence(typed.NOT_COUNTED))

    def _field(self, name: str, rest: str) -> Said | None:
        """`fill prompt: …`; with nothing behind the colon, a block follows."""
        field, _, text = rest.partition(":")
        if text.strip():
            return self._said(name, f"fill {field.strip()}", text)
        self._asked, self._speaker, self._word = True, name, f"fill {field.strip()}"
        return None

    def _send(self, name: str) -> Said:
        filling = self._forms[name]
        if not filling.complete:
            return Said(name, note=filling.left())
        form, id_ = filling.form, self._id()
        filled = Filled(
            id=id_, who=self._person(name), place=self._place, form=form.name, about=form.about, values=filling.values
        )
        return Said(name, deed=filled)

    def _id(self) -> SubmissionId:
        self._number += 1
        return SubmissionId(f"console:{self._session}:{self._number - 1}")

    def _with_code(self, name: str, word: str, rest: str) -> Said | None:
        """A block begins, a file is named, or either comes with the next line."""
        if rest.startswith("@"):
            return self._file(name, word, rest[1:])
        if rest:
            self._open(name, word, rest)
        else:
            self._asked, self._word, self._speaker = True, word, name
        return None

    def _command(self, name: str, word: str, rest: str, known: tuple[str, ...]) -> Said:
        if word not in known:
            return Said(name, note=_unknown(word, known))
        return self._said(name, word, rest)

    def _said(self, name: str, word: str, text: str) -> Said:
        if word.startswith("fill "):
            return Said(name, note=self._forms[name].take(word.removeprefix("fill "), text))
        if word != "answer":
            return Said(name, deed=Command(who=self._person(name), place=self._place, name=word, text=text))
        return Said(name, deed=Submission(id=self._id(), who=self._person(name), place=self._place, answer=text))

    def _file(self, name: str, word: str, path: str) -> Said:
        try:
            with Path(path.strip()).expanduser().open("rb") as file:
                raw = file.read(FILE_BYTES + 1)
            text = raw.decode()
        except UnicodeDecodeError:
            return Said(name, note=Sentence(typed.PATH_NOT_TEXT, path=path))
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else Sentence(typed.NO_PATH)
            return Said(name, note=Sentence(typed.PATH_UNREADABLE, path=path, why=why))
        if len(raw) > FILE_BYTES:
            return Said(name, note=Sentence(typed.PATH_TOO_LARGE, path=path))
        return self._said(name, word, text)

    def _person(self, name: str) -> Person:
        # Whoever holds the keyboard owns this machine, so everybody here may moderate.
        return Person(address=Address(f"console:{name.casefold()}"), name=name, moderator=True, zone=self._zone)


def _brings_code(word: str, rest: str) -> bool:
    """Whether a block or a file follows; a day may stand before the block of a new key."""
    if word in ("review", "suggest", "new") and not rest:
        return False  # it asks what is due, or for a form
    begins = not rest or rest.startswith(("@", _FENCE)) or (word == "rekey" and rest.count(_FENCE) == 1)
    return word in _WITH_CODE and begins


def _without_slash(text: str) -> tuple[bool | None, str]:
    """Is it for moderators (None: no slash was written), and the rest."""
    for prefix, admin in (("/quiz-admin", True), ("/quiz", False)):
        if text == prefix or text.startswith(prefix + " "):
            return admin, text[len(prefix) :].strip() or "help"
    return (False, text[1:]) if text.startswith("/") else (None, text)


def _unknown(word: str, known: tuple[str, ...]) -> Sentence:
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return Sentence(typed.NOT_KNOWN_BUT, word=clean_name(word), meant=close[0])
    return Sentence(typed.NOT_KNOWN, word=clean_name(word), known=", ".join(known))
