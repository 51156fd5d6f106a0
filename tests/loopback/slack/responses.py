"""response_url: what an app says back to where something was done. Also what an acknowledgement carries."""

import json
from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.slack.calls import Call
from tests.loopback.slack.contents import content
from tests.loopback.slack.memory import keep, note
from tests.loopback.slack.methods.chat import change, post
from tests.loopback.slack.triggers import ResponseUrl
from tests.loopback.slack.web import respond
from tests.loopback.slack.wire import Failed, Json

if TYPE_CHECKING:
    from tests.loopback.slack.server import Slack


class Responses:
    """Everything under `/response/`."""

    def __init__(self, slack: "Slack") -> None:
        self._slack = slack
        self.urls: dict[str, ResponseUrl] = {}

    def new(self, url: ResponseUrl) -> str:
        name = self._slack.mint.secret("response")
        keep(self.urls, name, url, self._slack.most)
        return f"{self._slack.address}/response/{name}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        return await respond(self._slack, request, "response_url", lambda: self._done(request))

    async def _done(self, request: web.Request) -> web.Response:
        url = self.urls.get(request.match_info["name"])
        if url is None:
            return web.json_response({"ok": False, "error": "invalid_url"}, status=404)
        try:
            url.use(self._slack.clock.now())
            self.say(url, json.loads(await request.text()))
        except Failed as failure:
            status = 404 if failure.answer["error"].endswith("_url") else 400
            return web.json_response(failure.answer, status=status)
        finally:
            self._slack.changes.tell()
        return web.Response(text="ok")

    def say(self, url: ResponseUrl, body: Json) -> None:
        """Do what a body asks: a new message for one or for all, or another in the place of the source.

        Raises:
            Failed: as for chat.postMessage.
        """
        public = bool(url.source and not url.source.only) if body.get("replace_original") else False
        call = Call(
            slack=self._slack,
            method="response_url",
            args=body,
            at=self._slack.clock.now(),
            installation=url.by,
            reader="" if public or body.get("response_type") == "in_channel" else url.user,
        )
        note(self._slack.calls, call, self._slack.most)
        self._slack.judge(call)
        source = url.source
        if body.get("delete_original") and source:
            (url.channel.ephemerals if source.only else url.channel.messages).remove(source)
            return
        said = content(call)
        if body.get("replace_original") and source:
            change(source, said, now=self._slack.mint.ts(self._slack.clock.now()))
            return
        only = "" if body.get("response_type") == "in_channel" else url.user
        post(self._slack, url.by, url.channel, said, thread=str(body.get("thread_ts") or ""), only=only)
