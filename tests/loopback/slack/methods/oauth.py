"""Installing: a code is exchanged for a token, a refresh token for the next one."""

import base64
import binascii

from tests.loopback.slack.apps import Installation
from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.wire import Failed, Json

LIFE = 43_200
"""Seconds of a token that rotates."""


@method("oauth.v2.access")
async def access(call: Call) -> Json:
    _known_client(call)
    if call.args.get("grant_type") == "refresh_token":
        return _refreshed(call)
    by = call.slack.codes.pop(str(call.args.get("code") or ""), None)
    if by is None:
        raise Failed("invalid_code")
    return _granted(by.installation, by.person)


def _known_client(call: Call) -> None:
    app = call.slack.app
    client, secret = str(call.args.get("client_id") or ""), str(call.args.get("client_secret") or "")
    if basic := str(call.args.get("basic") or ""):
        try:
            client, _, secret = base64.b64decode(basic.removeprefix("Basic ")).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            raise Failed("invalid_client_id") from None
    if client != app.client_id:
        raise Failed("invalid_client_id")
    if secret != app.client_secret:
        raise Failed("bad_client_secret")


def _refreshed(call: Call) -> Json:
    given = str(call.args.get("refresh_token") or "-")
    by = next((one for one in call.slack.installations.values() if one.refresh_token == given), None)
    if by is None:
        raise Failed("invalid_refresh_token")
    # The old token lives on until it expires by itself; here it dies at once, so that using it is seen.
    call.slack.installations[by.token] = Installation(
        app=by.app,
        workspace=by.workspace,
        token=by.token,
        scopes=by.scopes,
        user=by.user,
        bot_id=by.bot_id,
        dead="token_expired",
    )
    by.token, by.refresh_token = call.slack.mint.secret("xoxe.xoxb-1"), call.slack.mint.secret("xoxe-1")
    call.slack.installations[by.token] = by
    return _granted(by, "")


def _granted(by: Installation, person: str) -> Json:
    answer: Json = {
        "app_id": by.app.id,
        "authed_user": {"id": person} if person else {},
        "scope": ",".join(sorted(by.scopes)),
        "token_type": "bot",
        "access_token": by.token,
        "bot_user_id": by.user,
        "team": {"id": by.workspace.id, "name": by.workspace.name},
        "enterprise": None,
        "is_enterprise_install": False,
    }
    return answer | ({"refresh_token": by.refresh_token, "expires_in": LIFE} if by.refresh_token else {})
