"""The link with which an operator makes the Slack app of our manifest in one click."""

from pathlib import Path
from urllib.parse import quote

FILE = Path(__file__).with_name("manifest.yaml")


def creation_link() -> str:
    """Opens *Create an app* with the manifest filled in; the comments stay here."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return f"https://api.slack.com/apps?new_app=1&manifest_yaml={quote(chr(10).join(lines), safe='')}"


if __name__ == "__main__":
    print(creation_link())  # noqa: T201 - for the page of operators
