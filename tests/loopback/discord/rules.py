"""What Discord refuses in a message although its OpenAPI document lets it through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.loopback.discord.components import LINK, PREMIUM, SELECTS, Kind, media, walk
from tests.loopback.discord.entities import MessageFlags
from tests.loopback.discord.errors import Json, Refusal, form

Problems = dict[str, tuple[str, str]]

CONTENT, EMBEDS, DISPLAY, COMPONENTS, ROWS, FILES = 2000, 6000, 4000, 40, 5, 10
FILE_SIZE = 10 * 1024 * 1024
LEGACY = {Kind.ACTION_ROW}
MODERN = {
    Kind.ACTION_ROW,
    Kind.SECTION,
    Kind.TEXT_DISPLAY,
    Kind.MEDIA_GALLERY,
    Kind.FILE,
    Kind.SEPARATOR,
    Kind.CONTAINER,
}
_LEGACY_FIELDS = ("content", "embeds", "sticker_ids", "poll")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message as it would be after a request: what is checked, and what is stored."""

    content: str
    embeds: Sequence[Json]
    components: Sequence[Json]
    flags: int
    names: Sequence[str]
    """File names of all its attachments."""
    poll: Json | None = None

    @property
    def modern(self) -> bool:
        return bool(self.flags & MessageFlags.COMPONENTS_V2)


def check(draft: Draft, *, deferred: bool = False) -> None:
    """Raise the Refusal Discord would; `deferred` drafts may be empty."""
    problems = {**_texts(draft), **_layout(draft), **components(draft.components)}
    if draft.modern:
        problems |= _modern(draft)
    problems |= _references(draft)
    if problems:
        raise form(problems)
    empty = not (draft.content or draft.embeds or draft.components or draft.names or draft.poll)
    if empty and not deferred:
        raise Refusal(50006)


def too_long(limit: int) -> tuple[str, str]:
    return "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length."


def between(low: int, high: int) -> tuple[str, str]:
    return "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length."


def _texts(draft: Draft) -> Problems:
    problems: Problems = {}
    if len(draft.content) > CONTENT:
        problems["content"] = too_long(CONTENT)
    if len(draft.embeds) > 10:
        problems["embeds"] = too_long(10)
    if sum(_embed_length(one) for one in draft.embeds) > EMBEDS:
        problems["embeds"] = "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBEDS}"
    if len(draft.names) > FILES:
        problems["attachments"] = too_long(FILES)
    return problems


def _embed_length(embed: Json) -> int:
    parts: list[str] = [str(embed.get(key) or "") for key in ("title", "description")]
    parts += [str((embed.get(key) or {}).get(inner) or "") for key, inner in (("footer", "text"), ("author", "name"))]
    parts += [text for one in embed.get("fields") or [] for text in (one["name"], one["value"])]
    return sum(map(len, parts))


def _layout(draft: Draft) -> Problems:
    problems: Problems = {}
    allowed = MODERN if draft.modern else LEGACY
    for index, one in enumerate(draft.components):
        if one.get("type") not in allowed:
            kinds = ", ".join(str(int(kind)) for kind in sorted(allowed))
            problems[f"components.{index}"] = "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({kinds}).'
    if not draft.modern and len(draft.components) > ROWS:
        problems["components"] = between(1, ROWS)
    return problems


def _modern(draft: Draft) -> Problems:
    problems: Problems = {}
    for field in _LEGACY_FIELDS:
        if getattr(draft, field, None):
            problems[field] = (
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )
    total = sum(1 for _ in walk(draft.components))
    if total > COMPONENTS:
        problems["components"] = (
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The total number of components can not exceed {COMPONENTS}",
        )
    shown = sum(len(one["content"]) for _, one in walk(draft.components) if one["type"] == Kind.TEXT_DISPLAY)
    if shown > DISPLAY:
        problems["components"] = (
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"The total number of characters in displayable text can not exceed {DISPLAY}",
        )
    return problems


def _references(draft: Draft) -> Problems:
    return {
        path: ("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", "The referenced attachment was not found")
        for path, one in walk(draft.components)
        for item in media(one)
        if item["media"]["url"].startswith("attachment://")
        and item["media"]["url"].removeprefix("attachment://") not in draft.names
    }


def components(tree: Sequence[Json]) -> Problems:
    """Problems of components wherever they stand: in a message or in a modal."""
    problems: Problems = {}
    seen: set[str] = set()
    ids: set[int] = set()
    for path, one in walk(tree):
        problems |= {f"{path}.{field}": told for field, told in _one(one)}
        custom = one.get("custom_id")
        if custom is not None and custom in seen:
            problems[f"{path}.custom_id"] = (
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            )
        seen |= {custom} if custom is not None else set()
        if one.get("id") and one["id"] in ids:
            problems[f"{path}.id"] = "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated"
        if not 0 <= (one.get("id") or 0) < 1 << 31:
            problems[f"{path}.id"] = "NUMBER_TYPE_MAX", f"int value should be less than or equal to {(1 << 31) - 1}."
        ids |= {one["id"]} if one.get("id") else set()
    return problems


def _one(one: Json) -> Iterable[tuple[str, tuple[str, str]]]:
    kind = one["type"]
    if kind == Kind.BUTTON:
        yield from _button(one)
    elif (kind in SELECTS or kind in _INPUTS) and not 1 <= len(one.get("custom_id") or "") <= 100:
        yield "custom_id", between(1, 100)
    if kind == Kind.ACTION_ROW:
        yield from _row(one.get("components") or [])
    if kind in _CHOICES:
        yield from _options(one, *_CHOICES[Kind(kind)])
    if kind == Kind.SECTION and not 1 <= len(one["components"]) <= 3:
        yield "components", between(1, 3)
    if kind == Kind.MEDIA_GALLERY and not 1 <= len(one["items"]) <= 10:
        yield "items", between(1, 10)
    if kind == Kind.TEXT_DISPLAY and not one["content"]:
        yield "content", between(1, DISPLAY)
    if any(len(item.get("description") or "") > 1024 for item in media(one)):
        yield "description", too_long(1024)


_INPUTS = {Kind.TEXT_INPUT, Kind.FILE_UPLOAD, Kind.RADIO_GROUP, Kind.CHECKBOX_GROUP, Kind.CHECKBOX}
_CHOICES = {Kind.STRING_SELECT: (1, 25), Kind.RADIO_GROUP: (2, 10), Kind.CHECKBOX_GROUP: (1, 10)}


def _button(one: Json) -> Iterable[tuple[str, tuple[str, str]]]:
    if len(one.get("label") or "") > 80:
        yield "label", too_long(80)
    if one["style"] in (LINK, PREMIUM):
        if one.get("custom_id"):
            yield "custom_id", ("BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")
    elif not 1 <= len(one.get("custom_id") or "") <= 100:
        yield "custom_id", between(1, 100)
    if one["style"] != PREMIUM and not one.get("label") and not one.get("emoji"):
        yield "label", ("BUTTON_COMPONENT_REQUIRES_LABEL_OR_EMOJI", "A label or an emoji is required")


def _row(inside: Sequence[Json]) -> Iterable[tuple[str, tuple[str, str]]]:
    buttons = all(one["type"] == Kind.BUTTON for one in inside)
    if not 1 <= len(inside) <= (5 if buttons else 1):
        yield "components", between(1, 5)


def _options(one: Json, low: int, high: int) -> Iterable[tuple[str, tuple[str, str]]]:
    options = one.get("options") or []
    if not low <= len(options) <= high:
        yield "options", between(low, high)
    values = [each["value"] for each in options]
    if len(values) != len(set(values)):
        yield "options", ("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
    for index, each in enumerate(options):
        for field in ("label", "value", "description"):
            if len(each.get(field) or "") > 100:
                yield f"options.{index}.{field}", too_long(100)
        if not each.get("label") or not each.get("value"):
            yield f"options.{index}.label", between(1, 100)
