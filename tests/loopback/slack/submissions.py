"""What becomes of a modal when its submission is answered."""

from typing import TYPE_CHECKING

from tests.loopback.slack.acks import Ack, Silence
from tests.loopback.slack.modals import checked, pushed, replaced
from tests.loopback.slack.wire import Failed, Json
from tests.loopback.slack.workspaces import View

if TYPE_CHECKING:
    from tests.loopback.slack.people import Person

TROUBLE = "We had some trouble connecting. Try again?"


def settle(person: "Person", view: View, outcome: Ack | Silence) -> None:
    """Close, replace, cover or mark the modal, as the acknowledgement says."""
    if isinstance(outcome, Silence):
        person.notices.append(TROUBLE)
        return
    body = outcome.body if isinstance(outcome.body, dict) else {}
    try:
        _act(person, view, body)
    except Failed as failure:
        person.notices.append(TROUBLE)
        person.slack.problems.append(f"view_submission was answered with what Slack refuses: {failure.answer}")


def _act(person: "Person", view: View, body: Json) -> None:
    workspace, slack = person.by.workspace, person.slack
    stack = workspace.stacks.get(person.id) or []
    match body.get("response_action"):
        case None:
            if view in stack:
                stack.remove(view)
        case "clear":
            stack.clear()
        case "errors":
            view.errors = _errors(view, body.get("errors"))
        case "update":
            replaced(slack, workspace, view, checked(body.get("view"), "modal", slack.unsupported))
        case "push":
            pushed(slack, workspace, checked(body.get("view"), "modal", slack.unsupported), person.id)
        case other:
            raise Failed("invalid_response_action", detail=str(other))


def _errors(view: View, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Failed("invalid_errors", errors=errors, inputs=sorted(inputs))
    return dict(errors)
