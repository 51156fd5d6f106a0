"""Components: types, walking through them, and what Discord makes of them when a message is stored."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from tests.loopback.discord.entities import Attachment
from tests.loopback.discord.errors import Json


class Kind(IntEnum):
    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECTS = {
    Kind.STRING_SELECT,
    Kind.USER_SELECT,
    Kind.ROLE_SELECT,
    Kind.MENTIONABLE_SELECT,
    Kind.CHANNEL_SELECT,
}
LINK, PREMIUM = 5, 6


def walk(components: Sequence[Json], path: str = "components") -> Iterator[tuple[str, Json]]:
    """Every component with its dotted path, parents first."""
    for index, one in enumerate(components):
        here = f"{path}.{index}"
        yield here, one
        yield from walk(one.get("components") or [], f"{here}.components")
        for key in ("accessory", "component"):
            if isinstance(one.get(key), dict):
                yield f"{here}.{key}", one[key]


def texts(components: Sequence[Json]) -> list[str]:
    """What the text displays say, in order."""
    return [one["content"] for _, one in walk(components) if one["type"] == Kind.TEXT_DISPLAY]


def media(component: Json) -> list[Json]:
    """The media items a component shows: `{media, description, spoiler}` each."""
    match component["type"]:
        case Kind.MEDIA_GALLERY:
            return list(component["items"])
        case Kind.THUMBNAIL:
            return [component]
        case Kind.FILE:
            return [{"media": component["file"]}]
        case _:
            return []


def dressed(components: Sequence[Json], files: Sequence[Attachment], new_id: int) -> list[Json]:
    """Components as Discord stores and returns them: numbered, with defaults, media resolved to the CDN.

    Args:
        components: as the bot sent them, already found right.
        files: the attachments of the message, for `attachment://` references.
        new_id: a snowflake for media that came from elsewhere.
    """
    taken = {one["id"] for _, one in walk(components) if one.get("id")}
    numbers = (number for number in range(1, 1000) if number not in taken)
    return [_dressed(one, files, new_id, numbers) for one in components]


def _dressed(one: Json, files: Sequence[Attachment], new_id: int, numbers: Iterator[int]) -> Json:
    told = {key: value for key, value in one.items() if value is not None}
    told["id"] = one.get("id") or next(numbers)
    if one.get("components"):
        told["components"] = [_dressed(each, files, new_id, numbers) for each in one["components"]]
    for key in ("accessory", "component"):
        if one.get(key):
            told[key] = _dressed(one[key], files, new_id, numbers)
    match one["type"]:
        case kind if kind in SELECTS:
            told = {"min_values": 1, "max_values": 1, **told}
        case Kind.SEPARATOR:
            told = {"spacing": 1, "divider": True, **told}
        case Kind.CONTAINER:
            told = {"accent_color": None, "spoiler": False, **told}
        case Kind.THUMBNAIL:
            told = {"description": None, "spoiler": False, **told, "media": _media(one["media"], files, new_id)}
        case Kind.MEDIA_GALLERY:
            told["items"] = [
                {"description": None, "spoiler": False, **item, "media": _media(item["media"], files, new_id)}
                for item in one["items"]
            ]
        case Kind.FILE:
            shown = _media(one["file"], files, new_id)
            file = _referenced(one["file"]["url"], files)
            known = {"name": file.filename, "size": len(file.data)} if file else {"name": None, "size": None}
            told = {"spoiler": False, **told, **known, "file": shown}
        case _:
            pass
    return told


def _referenced(url: str, files: Sequence[Attachment]) -> Attachment | None:
    name = url.removeprefix("attachment://")
    return next((one for one in files if name in (one.filename, one.url)), None)


def _media(item: Json, files: Sequence[Attachment], new_id: int) -> Json:
    file = _referenced(item["url"], files)
    if file is None:
        return {"id": str(new_id), "url": item["url"], "proxy_url": item["url"], "width": None, "height": None}
    return {
        "id": str(file.id),
        "url": file.url,
        "proxy_url": file.url,
        "width": None,
        "height": None,
        "content_type": file.content_type,
        "attachment_id": str(file.id),
    }
