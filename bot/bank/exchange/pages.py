"""Markdown and code of an item as HTML, for formats that are read in a browser."""

from html import escape

from markdown_it import MarkdownIt

from bot.bank.exchange.items import Item

_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def prose(text: str) -> str:
    """Markdown as HTML; tags inside it are shown, not obeyed."""
    return str(_MARKDOWN.render(text)).strip()


def phrase(text: str) -> str:
    """One line of Markdown as HTML without a paragraph around it."""
    return str(_MARKDOWN.renderInline(text))


def code(text: str) -> str:
    """Code as it stands."""
    return f"<pre><code>{escape(text, quote=False)}</code></pre>"


def asked(item: Item) -> str:
    """Prompt and program."""
    return prose(item.prompt) + (code(item.program) if item.program else "")


def answered(item: Item, text: str) -> str:
    """An answer: prose of a choice or an essay, else code."""
    if item.kind == "choice":
        return phrase(text)
    return prose(text) if item.kind == "open" else code(text)
