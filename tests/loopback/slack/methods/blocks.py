"""blocks.validate: what the judges say, in Slack's own words for it."""

import re

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.judges import message_objections, view_all
from tests.loopback.slack.wire import Failed, Json

LONGEST = 100_000
_POINTER = re.compile(r" ?\[json-pointer:(?P<a>[^]]*)\]$|^(?P<b>/\S*): ")


@method("blocks.validate")
async def validate(call: Call) -> Json:
    given = [name for name in ("blocks", "message", "view") if call.args.get(name)]
    if len(given) != 1:
        raise Failed("invalid_arguments")
    name = given[0]
    value = call.given(name)
    if len(str(call.args[name])) > LONGEST:
        raise Failed("invalid_arguments")
    if name == "view":
        mistakes = view_all(value)
    else:
        mistakes = message_objections(value if name == "blocks" else value.get("blocks") or [])
    if mistakes:
        raise Failed(f"invalid_{name}", errors=[_error(one) for one in mistakes])
    return {}


def _error(mistake: str) -> Json:
    found = _POINTER.search(mistake)
    pointer = (found["a"] or found["b"]) if found else ""
    return {"pointer": pointer or "/", "code": "failed_constraint", "message": _POINTER.sub("", mistake)}
