"""Items as question files. Each is a draft: it can be checked, and is never asked until somebody makes it live."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.bank.exchange.items import Item, ItemAnswer
from bot.bank.reading import read_sheet

KINDS = ("choice", "output")
OPTIONS = 4
BELIEF = "Draft: say which belief leads here."
REASON = "Draft: say why this is right."
WHY = "Draft: explain what holds, where else it bites, and what to do instead."
_OTHERS = re.compile(r"[^a-z0-9]+")
_LEADING = re.compile(r"^(\s*)([#>+*=|-]|\d+[.)]|`{3,}|~{3,}|<)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """What became of an import."""

    files: dict[str, str]
    """Text by name below the bank's folder."""
    left_out: tuple[str, ...]
    """A sentence for each item that is no draft, with the reason."""


def drafts(items: Sequence[Item], *, topic: str, sources: Sequence[str], taken: Collection[str]) -> Drafts:
    """Question files for choices and outputs; right answers of other items stand in where a choice lacks wrong ones.

    Args:
        items: what was imported.
        topic: the folder they go to, for items that name none of their own.
        sources: where they come from, for items that do not say; a choice without a proof has to.
        taken: ids that are in use.
    """
    files: dict[str, str] = {}
    left_out: list[str] = []
    used = set(taken)
    pool = [one.text for item in items for one in item.right]
    for item in items:
        if item.kind not in KINDS:
            left_out.append(f"{item.prompt[:60]!r}: only {' and '.join(KINDS)} can be imported, this is {item.kind}.")
            continue
        name = _stem(item, used)
        text = _file(_completed(item, pool) if item.kind == "choice" else item, sources)
        place = f"{topic}/{name}.md"
        _, problems = read_sheet(text, file=place)
        if problems:
            left_out.append(f"{item.prompt[:60]!r}: {problems[0].text}. {problems[0].fix}")
            continue
        used.add(name)
        files[place] = text
    return Drafts(files=files, left_out=tuple(left_out))


def _stem(item: Item, used: Collection[str]) -> str:
    plain = unicodedata.normalize("NFKD", item.id or item.title or item.prompt).encode("ascii", "ignore").decode()
    words = [word for word in _OTHERS.split(plain.lower()) if word] or ["draft"]
    stem = "-".join(words[:6])[:50].strip("-")
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(used) + 3)))
    return next(name for name in names if name not in used)


def _completed(item: Item, pool: Iterable[str]) -> Item:
    """One right option of those that mean the same, and enough wrong ones; the same choice every time."""
    right = item.right if item.wrong else item.right[:1]
    known = {one.text.casefold() for one in item.answers}
    length = len(right[0].text) if right else 0
    others = sorted(
        {text for text in pool if text.casefold() not in known},
        key=lambda text: (abs(len(text) - length) // 8, _mixed(item.prompt + text)),
    )
    borrowed = others[: OPTIONS - len(right)] if not item.wrong else []
    answers = (*right, *item.wrong, *(ItemAnswer(text=text, right=False) for text in borrowed))
    return replace(item, answers=tuple(sorted(answers, key=lambda one: _mixed(item.prompt + one.text))))


def _mixed(text: str) -> bytes:
    return sha256(text.encode("utf-8", "replace")).digest()


def _file(item: Item, sources: Sequence[str]) -> str:
    links = ", ".join(f'"{link}"' for link in item.sources or sources)
    parts = [
        f"# {_line(item.title or _title(item.prompt))}",
        f'```toml question\nkind = "{item.kind}"\nlevel = {min(5, max(1, item.level))}\nseed = ["extra"]\n'
        'status = "draft"\n' + (f"source = [{links}]\n" if links else "") + "```",
        _prose(item.prompt),
        f"```python run\n{item.program.rstrip()}\n```" if item.program else "",
        _options(item) if item.kind == "choice" else _outputs(item),
        f"## Why\n\n{_prose(item.why or WHY)}",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _options(item: Item) -> str:
    return "\n".join(
        f"- [{'x' if one.right else ' '}] {_line(one.text)}\n  > {_line(_belief(one))}" for one in item.answers
    )


def _outputs(item: Item) -> str:
    keys = [f"```text output\n{one.text}\n```" for one in item.right]
    return "\n\n".join([*keys, *(f"```text wrong\n{one.text}\n```\n\n> {_line(_belief(one))}" for one in item.wrong)])


def _belief(one: ItemAnswer) -> str:
    return one.why or (REASON if one.right else BELIEF)


def _title(prompt: str) -> str:
    words = prompt.split()
    return " ".join(words[:8]).rstrip(".,:;") + ("…" if len(words) > 8 else "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _prose(text: str) -> str:
    """Paragraphs that stay paragraphs: what would begin a heading, a list or a block at a line's start is escaped."""
    return _LEADING.sub(r"\1\\\2", text.strip())
