"""What Slack's error codes mean for a person: who has to change what, or that it is enough to wait."""

from bot.chats.slack.rich import Json
from bot.core import words
from bot.quiz.errors import Busy, ChatTrouble, Gone, Refused

GONE = frozenset(
    {
        "channel_not_found",
        "message_not_found",
        "thread_not_found",
        "cannot_reply_to_message",
        "user_not_found",
        "users_not_found",
        "user_disabled",
        "not_found",
        "is_inactive",
        "channel_is_limited_access",
        "expired_trigger_id",
        "exchanged_trigger_id",
        "invalid_trigger_id",
        "user_not_in_channel",
    }
)
BUSY = frozenset(
    {
        "fatal_error",
        "internal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
        "rollup_error",
        "hash_conflict",
        "message_limit_exceeded",
    }
)
TOKEN = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "not_allowed_token_type",
        "org_login_required",
        "ekm_access_denied",
        "two_factor_setup_required",
        "team_access_not_granted",
    }
)
REFUSED = {
    "not_in_channel": words.SLACK_NOT_IN_CHANNEL,
    "is_archived": words.SLACK_ARCHIVED,
    "restricted_action": words.SLACK_RESTRICTED,
    "restricted_action_read_only_channel": words.SLACK_RESTRICTED,
    "restricted_action_thread_only_channel": words.SLACK_RESTRICTED,
    "restricted_action_thread_locked": words.SLACK_RESTRICTED,
    "restricted_action_non_threadable_channel": words.SLACK_RESTRICTED,
    "no_permission": words.SLACK_RESTRICTED,
    "access_denied": words.SLACK_RESTRICTED,
    "edit_window_closed": words.SLACK_NOT_EDITABLE,
    "cant_update_message": words.SLACK_NOT_EDITABLE,
    "block_mismatch": words.SLACK_NOT_EDITABLE,
}
BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format", "invalid_arguments"})


def trouble_of(method: str, answer: Json) -> ChatTrouble:
    """The port's error for an answer that is not ok."""
    code = str(answer["error"])
    if code in GONE:
        return Gone(words.SLACK_GONE, code=code)
    if code in BUSY:
        return Busy(words.SLACK_BUSY, code=code, seconds=10)
    if code in TOKEN:
        return Refused(words.SLACK_TOKENS, code=code)
    if code == "missing_scope":
        return Refused(words.SLACK_SCOPE, scope=str(answer.get("needed", "")))
    if code in REFUSED:
        return Refused(REFUSED[code])
    kind = InvalidBlocks if code in BLOCKS else Refused
    return kind(words.SLACK_REFUSED, method=method, code=f"{code} {_detail(answer)}".strip())


def _detail(answer: Json) -> str:
    told = (answer.get("response_metadata") or {}).get("messages") or []
    return "; ".join(map(str, told[:3]))


class InvalidBlocks(Refused):
    """Slack does not know a block yet; a plainer view may pass."""
