"""The files of a workspace, and the doors they go in and out by."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.slack.web import respond
from tests.loopback.slack.wire import Json
from tests.loopback.slack.workspaces import Workspace

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack

SIGN_IN = "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>"
"""What Slack gives with status 200 to somebody who fetches a file without a token."""


@dataclass(slots=True, kw_only=True)
class File:
    """One file; `content` is None until it was uploaded."""

    id: str
    name: str
    owner: str
    workspace: str
    length: int
    content: bytes | None = None
    title: str = ""
    alt_text: str = ""

    def shape(self, address: str) -> Json:
        """As answers, messages and form values carry it."""
        url = f"{address}/files/{self.id}/{self.name}"
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "user": self.owner,
            "size": len(self.content or b""),
            "mimetype": "text/plain",
            "alt_txt": self.alt_text,
            "mode": "hosted",
            "url_private": url,
            "url_private_download": url,
        }


class Files:
    """Everything under `/upload/` and `/files/`."""

    def __init__(self, slack: "Slack") -> None:
        self._slack = slack
        self.known: dict[str, File] = {}

    def new(
        self, workspace: Workspace, *, name: str, owner: str, length: int = 0, alt_text: str = "",
        content: bytes | None = None,
    ) -> File:  # fmt: skip
        """A file of a member, uploaded or about to be."""
        made = File(
            id=self._slack.mint.id("F"), name=name, owner=owner, workspace=workspace.id,
            length=length, alt_text=alt_text, content=content,
        )  # fmt: skip
        self.known[made.id] = made
        return made

    async def upload(self, request: web.Request) -> web.StreamResponse:
        return await respond(self._slack, request, "upload", lambda: self._taken(request))

    async def _taken(self, request: web.Request) -> web.Response:
        file = self.known.get(request.match_info["id"])
        if file is None:
            return web.Response(status=404)
        content = await request.read()
        if len(content) != file.length:
            return web.Response(status=400, text=f"announced {file.length} bytes, got {len(content)}")
        file.content = content
        return web.Response(text=f"OK - {len(content)}")

    async def download(self, request: web.Request) -> web.StreamResponse:
        return await respond(self._slack, request, "download", lambda: self._given(request))

    async def _given(self, request: web.Request) -> web.Response:
        file = self.known.get(request.match_info["id"])
        by = self._slack.installations.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if file is None:
            return web.Response(status=404)
        if by is None or by.dead or by.workspace.id != file.workspace or "files:read" not in by.scopes:
            return web.Response(text=SIGN_IN, content_type="text/html")
        by.used.add("files:read")
        return web.Response(body=file.content or b"", content_type="application/octet-stream")
