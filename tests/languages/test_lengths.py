"""What stands on buttons, over forms and beside fields is short in every language: chats cut longer ones."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from bot.core import deskwords, labels
from bot.core.languages import available, say, speaking

BUTTON, TITLE, FIELD, HINT = 40, 24, 45, 100
"""The most characters: a button's, a modal's title's on Slack, a field's label's on Discord, what stands in a field."""
LABELS = {"buttons ---": BUTTON, "titles of forms": TITLE, "fields ---": FIELD}
"""By how a section of `labels` begins."""
SENTENCES = frozenset({"WHOLE_ON_THE_CARD", "OWN_NAME"})
"""In these sections, and shown where there is room."""


def measured() -> Iterator[tuple[str, str, int]]:
    for begins, most in LABELS.items():
        for name, text in section(labels, begins):
            if name not in SENTENCES:
                yield name, text, most
    for name, text in section(deskwords, "forms"):
        yield name, text, TITLE if name.endswith("_TITLE") else HINT if name.endswith("_HINT") else FIELD


def section(module: ModuleType, begins: str) -> list[tuple[str, str]]:
    """The names of a section that is headed so, and what they hold in English."""
    source = Path(str(module.__file__)).read_text("utf-8")
    block = next(one for one in source.split("\n# ---- ") if one.startswith(begins))
    names = re.findall(r"^([A-Z_]+) =", block, re.MULTILINE)
    return [(name, text) for name in names for text in texts(getattr(module, name))]


def texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else list(value.values()) if isinstance(value, dict) else []


def test_the_sections_are_there() -> None:
    found = {name: most for name, _, most in measured()}
    assert found["ANSWER"] in (BUTTON, FIELD)  # a button of `labels`, a field of `deskwords`
    assert (found["YOUR_ANSWER"], found["PRINTED"], found["SUGGEST_TITLE"]) == (TITLE, FIELD, TITLE)
    assert len(found) > 50


@pytest.mark.parametrize("language", available())
def test_labels_fit_where_they_stand(language: str) -> None:
    with speaking(language):
        long = [f"{name}: {say(text)}" for name, text, most in measured() if len(say(text)) > most]
    assert long == []
