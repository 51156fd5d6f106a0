"""What Discord takes, in characters and pieces (API v10, August 2026), and how to stay within it."""

TEXT = 4000
"""Of all text displays of one message together."""
COMPONENTS = 40
"""Of one message, nested ones included."""
CUSTOM_ID = 100
BUTTON = 80
ROW = 5
"""Buttons side by side."""
OPTIONS = 25
"""Of a select menu."""
GROUP = 10
"""Of radio buttons or checkboxes; at least two of the former."""
OPTION = 100
PLACEHOLDER = 100
MODAL_TITLE = 45
MODAL_PARTS = 5
LABEL = 45
DESCRIPTION = 100
INPUT = 4000
NONCE = 25
THREAD_NAME = 100
CHOICES = 25
"""Of an autocompletion, and subcommands of a command."""
COMMAND = 8000
"""Characters of all names, descriptions and choices of one command."""
FILE_BYTES = 64 * 1024
"""Of a file with code: what the judge takes at most."""


def cut(text: str, most: int) -> str:
    """At most so many characters; what is cut ends with `…`."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
