"""The judge with the documentation of the methods in hand; silent when it is not at hand."""

from typing import TYPE_CHECKING

from tests.loopback.slack.judges.documents import method

if TYPE_CHECKING:
    from tests.loopback.slack.calls import Call

ALWAYS = frozenset({"token", "team_id", "basic"})
"""bolt sends team_id with every call, for installations of a whole organisation."""
UNPUBLISHED = {"chat.postMessage": frozenset({"msg_too_long"}), "chat.delete": frozenset({"is_archived"})}
COMMON = frozenset(
    {
        "access_denied",
        "account_inactive",
        "deprecated_endpoint",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "fatal_error",
        "internal_error",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_array_arg",
        "invalid_auth",
        "invalid_charset",
        "invalid_form_data",
        "invalid_post_type",
        "missing_post_type",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "ratelimited",
        "request_timeout",
        "service_unavailable",
        "team_access_not_granted",
        "team_added_to_org",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
        "unknown_method",
    }
)
"""Errors that every method documents."""


def request_objections(call: "Call") -> list[str]:
    """Arguments nobody documented, those that are missing, and JSON where only forms are read."""
    page = method(call.method)
    if page is None:
        return []
    known, required = page["args"]["properties"], page["args"].get("required") or []
    told = [f"{call.method} has no argument {name}" for name in call.args if name not in known and name not in ALWAYS]
    told += [f"{call.method} needs {name}" for name in required if name not in call.args and name not in ALWAYS]
    if call.as_json and not page.get("json_input_supported"):
        told.append(f"{call.method} reads forms, not JSON")
    return told


def scope_objections(name: str, scopes: set[str]) -> list[str]:
    """A scope that our server asks for and Slack does not would make the manifest ask for too much."""
    page = method(name)
    if page is None:
        return []
    documented = set((page.get("scope") or {}).get("bot", []))
    return [f"{name} does not need {scope}" for scope in sorted(scopes - documented)]


def answer_objections(name: str, error: str) -> list[str]:
    """An answer of ours that Slack does not document would teach the bot what is not so."""
    page = method(name)
    if page is None or error in COMMON or error in page["errors"] or error in UNPUBLISHED.get(name, ()):
        return []
    return [f"{name} does not document the error {error}"]
