"""Block Kit that every judge accepts, to plant mistakes in."""

from tests.loopback.slack.wire import Json


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def option(words: str, value: str) -> Json:
    return {"text": plain(words), "value": value}


def button(action: str, words: str = "Press", **more: object) -> Json:
    return {"type": "button", "action_id": action, "text": plain(words), "value": "v", **more}


def cells(*words: str) -> list[Json]:
    return [{"type": "raw_text", "text": word} for word in words]


def card() -> list[Json]:
    """A message with a bit of everything."""
    code = {"type": "text", "text": "print(1)"}
    return [
        {"type": "header", "block_id": "head", "text": plain("Today")},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_preformatted", "language": "python", "elements": [code]}],
        },
        {"type": "section", "text": {"type": "mrkdwn", "text": "What is *printed*?"}, "fields": [plain("20 points")]},
        {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A curve"},
        {"type": "actions", "block_id": "acts", "elements": [button("answer"), button("hint")]},
        {
            "type": "data_table",
            "caption": "Board",
            "page_size": 5,
            "rows": [cells("Rank", "Who"), cells("1", "Ana")],
        },
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "closes at noon"}]},
    ]


def form() -> Json:
    """A modal with a bit of everything."""
    many = [option("int", "a"), option("str", "b")]
    return {
        "type": "modal",
        "callback_id": "answer",
        "title": plain("Your answer"),
        "submit": plain("Hand in"),
        "close": plain("Not now"),
        "private_metadata": "round-1",
        "blocks": [
            {
                "type": "input",
                "block_id": "one",
                "label": plain("Which?"),
                "element": {
                    "type": "radio_buttons",
                    "action_id": "x",
                    "options": many,
                    "initial_option": option("int", "a"),
                },
            },
            {
                "type": "input",
                "block_id": "two",
                "label": plain("Code"),
                "hint": plain("Python 3.11"),
                "element": {
                    "type": "plain_text_input",
                    "action_id": "x",
                    "multiline": True,
                    "max_length": 3000,
                    "placeholder": plain("def f(): ..."),
                },
            },
        ],
    }
