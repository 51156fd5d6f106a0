"""What Slack takes at most, from docs.slack.dev and `@slack/types`; characters unless said otherwise."""

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
TEXT = 3_900
"""Of the text beside the blocks: chat.update takes 4,000."""
WEIGHT = 10_000
"""Of all blocks of one message together: about 13,200 are refused (`msg_blocks_too_long`)."""
HEADER = 150
BUTTONS = 25
BUTTON = 75
VALUE = 2_000
ACCESSIBLE = 75
OPTIONS = 10
OPTION = 75
OPTION_VALUE = 150
INPUT = 3_000
PLACEHOLDER = 150
LABEL = 2_000
TITLE = 24
TABLE_ROWS = 100
"""Under the header."""
FILE_BYTES = 64 * 1024


def cut(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
