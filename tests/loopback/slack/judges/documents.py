"""Where Slack's own machine-readable documents lie, when they lie beside the checkout."""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from tests.loopback.slack.wire import Json

ROOT = Path(__file__).parents[4]
FOLDER = Path(os.environ.get("SHARED_DATA") or ROOT.parent / "shared" / "data") / "slack"

present = FOLDER.is_dir()
needs_documents = pytest.mark.skipif(
    not present, reason="Slack's documents are not here: ../shared/data/slack or $SHARED_DATA/slack"
)


@cache
def document(name: str) -> Json | None:
    """One of them, or None."""
    path = FOLDER / name
    return json.loads(path.read_text("utf-8")) if path.is_file() else None


def method(name: str) -> Json | None:
    """What is documented of a method of the Web API: args, scope, errors, json_input_supported."""
    return document(f"methods/{name}.json")
