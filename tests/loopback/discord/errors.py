"""What Discord says when it refuses."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

MESSAGES: Mapping[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10014: (404, "Unknown Emoji"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    20012: (403, "You are not authorized to perform this action on this application"),
    30032: (400, "Maximum number of application commands reached (100)"),
    30046: (429, "Maximum number of edits to messages older than 1 hour reached. Try again later"),
    40005: (413, "Request entity too large"),
    40058: (400, "Cannot send a message in a forum channel"),
    40060: (400, "Interaction has already been acknowledged."),
    40094: (400, "This interaction has hit the maximum number of follow up messages"),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50035: (400, "Invalid Form Body"),
    50083: (400, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    160004: (400, "A thread has already been created for this message"),
}


class Refusal(Exception):
    """An answer of 4xx with Discord's error code; `told` is the body."""

    def __init__(self, code: int, *, status: int | None = None, errors: Json | None = None) -> None:
        usual, message = MESSAGES[code]
        self.code = code
        self.status = status or usual
        self.told: Json = {"message": message, "code": code}
        if errors:
            self.told["errors"] = errors
        super().__init__(f"{self.status} {code}: {message} {errors or ''}".strip())


def form(problems: Mapping[str, tuple[str, str]]) -> Refusal:
    """Refuse a form: problems by dotted path (`components.0.label`) as (code, sentence)."""
    tree: Json = {}
    for path, (code, sentence) in problems.items():
        spot = tree
        for step in path.split("."):
            spot = spot.setdefault(step, {})
        spot.setdefault("_errors", []).append({"code": code, "message": sentence})
    return Refusal(50035, errors=tree)
