"""A deck for Anki: the question on the front, answer and explanation on the back."""

import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape

from genanki import Deck, Model, Note, Package, guid_for

from bot.bank.exchange.items import Item
from bot.bank.exchange.pages import answered, asked, phrase, prose

# Drawn once and kept for ever: by them Anki knows its deck again and updates cards in place of adding them.
_DECK_ID, _MODEL_ID = 1_763_981_204, 1_763_981_205
_STYLE = """\
.card { font-family: sans-serif; font-size: 18px; text-align: left; max-width: 42em; margin: auto; }
pre { background: #f4f4f4; padding: .6em; overflow-x: auto; } .nightMode pre { background: #333; }
.facts { color: #888; font-size: 14px; } .wrong { color: #888; }"""
_FRONT = '<p class="facts">{{Facts}}</p><h3>{{Title}}</h3>{{Question}}'
_BACK = '{{FrontSide}}<hr id="answer">{{Answer}}{{Why}}'


def write_anki(items: Iterable[Item], *, at: float) -> bytes:
    """An `.apkg` file. A note's guid hangs on the question's id alone, so a newer deck updates an older one.

    Args:
        items: what becomes cards.
        at: the moment of export, in seconds since 1970.
    """
    model = Model(
        _MODEL_ID,
        "askling",
        fields=[{"name": name} for name in ("Title", "Facts", "Question", "Answer", "Why")],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    deck = Deck(_DECK_ID, "askling: Python fundamentals")
    for item in items:
        deck.add_note(
            Note(
                model=model,
                fields=[escape(item.title), _facts(item), _front(item), _back(item), prose(item.why)],
                guid=guid(item.id),
                tags=[item.topic.replace("/", "::"), item.kind, f"level-{item.level}"],
            )
        )
    out = io.BytesIO()
    with _tidied():
        Package(deck).write_to_file(out, timestamp=at)
    return out.getvalue()


@contextmanager
def _tidied() -> Iterator[None]:
    """Take away what genanki 0.13 leaves behind: it builds its database in a temporary file and never deletes it."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="askling-anki-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def guid(question: str) -> str:
    """The name by which Anki knows a question again."""
    return str(guid_for("askling", question))


def _facts(item: Item) -> str:
    return escape(f"{item.topic} · level {item.level} · {item.kind}")


def _front(item: Item) -> str:
    options = "".join(f"<li>{phrase(one.text)}</li>" for one in item.answers) if item.kind == "choice" else ""
    return asked(item) + (f'<ol type="A">{options}</ol>' if options else "")


def _back(item: Item) -> str:
    right = "".join(_told(item, one.text, one.why) for one in item.right)
    wrong = "".join(_told(item, one.text, one.why) for one in item.wrong)
    return right + (f'<div class="wrong"><p>Not:</p>{wrong}</div>' if wrong else "")


def _told(item: Item, text: str, why: str) -> str:
    return f"<div>{answered(item, text)}{prose(why) if why else ''}</div>"
