"""Reading a request's body: JSON, or multipart with `payload_json` and `files[n]`."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from tests.loopback.discord.errors import Json, Refusal
from tests.loopback.discord.rest.calls import Upload

_FILE = re.compile(r"files\[(\d+)\]")
REQUEST_SIZE = 25 * 1024 * 1024
_BROKEN = (ValueError, AssertionError, RuntimeError, HttpProcessingError, LookupError)
"""What aiohttp makes of multipart that is none."""


@dataclass(slots=True)
class Body:
    json: Any = None
    uploads: dict[int, Upload] = field(default_factory=dict)
    strays: tuple[str, ...] = ()
    """Parts that Discord does not know."""


async def read(request: web.BaseRequest) -> Body:
    """The body of a request; Refusal 40005 when it is too large, 50109 when it cannot be read."""
    if not request.can_read_body:
        return Body()
    if (request.content_length or 0) > REQUEST_SIZE:
        raise Refusal(40005)
    if request.content_type != "multipart/form-data":
        return Body(_json(await request.read()))
    try:
        return await _parts(request)
    except _BROKEN as mistake:
        raise Refusal(50109) from mistake


async def _parts(request: web.BaseRequest) -> Body:
    body, strays = Body(), []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise Refusal(50109)
        data = bytes(await part.read(decode=True))
        numbered = _FILE.fullmatch(part.name or "")
        if part.name == "payload_json":
            body.json = _json(data)
        elif numbered:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            body.uploads[int(numbered[1])] = Upload(filename=part.filename or "unknown", data=data, content_type=kind)
        else:
            strays.append(part.name or "")
    body.strays = tuple(strays)
    return body


def _json(data: bytes) -> Json | list[Json] | None:
    try:
        found: Json | list[Json] | None = json.loads(data) if data else None
    except ValueError as mistake:
        raise Refusal(50109) from mistake
    return found
