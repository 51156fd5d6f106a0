"""Files: a place to upload to is asked for, the upload is completed, and then it may be shared."""

from tests.loopback.slack.calls import Call, method
from tests.loopback.slack.contents import Content
from tests.loopback.slack.files import File
from tests.loopback.slack.methods.chat import may_post, post
from tests.loopback.slack.wire import Failed, Json

ALT_TEXT = 1000


@method("files.getUploadURLExternal")
async def upload_url(call: Call) -> Json:
    call.require("files:write")
    alt_text = str(call.args.get("alt_txt") or "")
    if len(alt_text) > ALT_TEXT:
        raise Failed("alt_txt_too_large")
    try:
        length = int(call.text("length"))
    except ValueError:
        raise Failed("invalid_arguments") from None
    file = call.slack.files.new(
        call.workspace, name=call.text("filename"), owner=call.by.user, length=length, alt_text=alt_text
    )
    return {"file_id": file.id, "upload_url": f"{call.slack.address}/upload/{file.id}"}


@method("files.completeUploadExternal")
async def complete(call: Call) -> Json:
    call.require("files:write")
    given = call.given("files") or []
    if not given:
        raise Failed("invalid_arguments")
    done = [_completed(call, one) for one in given]
    if call.args.get("channel_id"):
        _share(call, done)
    return {"files": [file.shape(call.slack.address) for file in done]}


def _completed(call: Call, given: Json) -> File:
    file = call.slack.files.known.get(str(given.get("id")))
    if file is None or file.content is None:
        raise Failed("file_not_found")
    file.title = str(given.get("title") or file.name)
    return file


def _share(call: Call, files: list[File]) -> None:
    channel = call.channel("channel_id")
    may_post(call, channel)
    said = Content(text=str(call.args.get("initial_comment") or ""), blocks=[])
    message = post(call.slack, call.by, channel, said, thread=str(call.args.get("thread_ts") or ""))
    message.files = [file.shape(call.slack.address) for file in files]
