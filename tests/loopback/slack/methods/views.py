"""Modals and homes."""

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.modals import checked, made, opened, pushed, replaced
from tests.loopback.slack.shapes import view_shape
from tests.loopback.slack.wire import Failed, Json
from tests.loopback.slack.workspaces import View


@method("views.open")
async def open_view(call: Call) -> Json:
    content = checked(call.given("view"), "modal", call.slack.unsupported)
    view = opened(call.slack, call.workspace, content, _triggered(call))
    return {"view": view_shape(view, call.by)}


@method("views.push")
async def push(call: Call) -> Json:
    content = checked(call.given("view"), "modal", call.slack.unsupported)
    view = pushed(call.slack, call.workspace, content, _triggered(call))
    return {"view": view_shape(view, call.by)}


@method("views.update")
async def update(call: Call) -> Json:
    view = call.view()
    content = checked(call.given("view"), view.content["type"], call.slack.unsupported)
    _same_hash(call, view)
    replaced(call.slack, call.workspace, view, content)
    return {"view": view_shape(view, call.by)}


@method("views.publish")
async def publish(call: Call) -> Json:
    content = checked(call.given("view"), "home", call.slack.unsupported)
    user = call.text("user_id")
    if user not in call.workspace.users:
        raise Failed("missing_profile_id")
    view = call.workspace.homes.get(user)
    if view:
        _same_hash(call, view)
        replaced(call.slack, call.workspace, view, content)
    else:
        view = call.workspace.homes[user] = made(call.slack, call.workspace, content, user)
    return {"view": view_shape(view, call.by)}


def _triggered(call: Call) -> str:
    return call.slack.triggers.spend(str(call.args.get("trigger_id") or ""))


def _same_hash(call: Call, view: View) -> None:
    if call.args.get("hash") and call.args["hash"] != view.hash:
        raise Failed("hash_conflict")
