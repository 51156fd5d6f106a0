"""GIFT, the text format of Moodle's quizzes, there and back: choices, and answers to type.

A question is `::title:: prompt { answers }`. `=` begins a right answer, `~` a wrong one, `%50%` its share of the
points, `#` its feedback and `####` what everybody reads afterwards. Where learners write code or prose, the braces are
empty. Facts without a place in the format stand in comments: `// [id:fair-shares] [tag:level-2] [tag:function]`.
"""

import re
from collections.abc import Iterable, Iterator

from bot.bank.exchange.items import Item, ItemAnswer
from bot.quiz.errors import QuestionMistake

_SPECIAL = re.compile(r"[\\~=#{}:\n]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NOTES = r"\s*(?P<notes>(?://[^\n]*(?:\n\s*|\Z))*)"
_ONLY_NOTES = re.compile(_NOTES)
_CATEGORY = re.compile(_NOTES + r"\$CATEGORY:(?P<topic>[^\n]*)")
_QUESTION = re.compile(
    _NOTES + r"(?:::(?P<title>(?:\\.|[^\\:])*)::)?\s*(?:\[(?P<format>\w+)\])?"
    r"(?P<prompt>(?:\\.|[^\\{}])*)\{(?P<body>(?:\\.|[^\\{}])*)\}(?P<rest>[^\n]*)",
    re.DOTALL,
)
_ANSWER = re.compile(
    r"(?P<sign>[=~])(?:%(?P<share>-?\d+(?:\.\d+)?)%)?(?P<text>(?:\\.|[^\\=~#])*)(?:#(?P<why>(?:\\.|[^\\=~#])*))?"
)
_FENCE = re.compile(r"\n*```python\n(?P<code>.*?)\n```\n*", re.DOTALL)
_LETTER = re.compile(r"\\.|[^\\]", re.DOTALL)
_EDGE = re.compile(r"\A[ \t]|[ \t]\Z")
_NOTE = re.compile(r"\[(id|tag):([^\]]*)\]")
WRITTEN = ("function", "fix", "order", "open")
"""Kinds whose answer no program but ours can compare."""


def write_gift(items: Iterable[Item]) -> str:
    """A file with a category for each topic."""
    return "\n".join(_pieces(sorted(items, key=lambda item: (item.topic, item.id))))


def _pieces(items: Iterable[Item]) -> Iterator[str]:
    topic = None
    for item in items:
        if item.topic != topic:
            topic = item.topic
            yield f"$CATEGORY: {topic}\n"
        code = f"\n\n```python\n{item.program}\n```" if item.program else ""
        yield f"// [id:{item.id}] [tag:level-{item.level}] [tag:{item.kind}]"
        yield f"::{_escaped(item.title)}:: [markdown]{_escaped(item.prompt + code)} {{"
        yield from _answers(item)
        yield "}\n"


def _answers(item: Item) -> Iterator[str]:
    if item.kind in WRITTEN:
        told = "\n\n".join(filter(None, (*(one.text for one in item.right), item.why)))
        yield f"  ####{_escaped(told)}"
        return
    for one in item.answers:
        yield f"  {_sign(item, one)}{_escaped(one.text)}" + (f"#{_escaped(one.why)}" if one.why else "")
    if item.why:
        yield f"  ####{_escaped(item.why)}"


def _sign(item: Item, one: ItemAnswer) -> str:
    """`=`, `~`, and the share of the points where the sign alone would not tell it."""
    several = item.kind == "choice" and len(item.right) > 1
    sign = "~" if several or (item.kind == "choice" and not one.right) else "="
    share = (100 / len(item.right) if several else 100) if one.right else (-100 if several else 0)
    told = several or one.right is not (sign == "=") or one.text.startswith("%")
    return f"{sign}%{share:.5g}%" if told else sign


def read_gift(text: str) -> tuple[Item, ...]:
    """The items of a file.

    Raises:
        QuestionMistake: something in it is no question, with its line.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    items: list[Item] = []
    topic, place = "", 0
    while not _ONLY_NOTES.fullmatch(text, place):
        if category := _CATEGORY.match(text, place):
            topic, place = category["topic"].strip(), category.end()
        elif found := _QUESTION.match(text, place):
            items.append(_item(found, topic))
            place = found.end()
        else:
            line = text.count("\n", 0, place + len(text[place:]) - len(text[place:].lstrip())) + 1
            looks = "It looks like `::title:: prompt { =right ~wrong }`."
            raise QuestionMistake(f"line {line}: this is no GIFT question. {looks}")
    return tuple(items)


def _item(found: re.Match[str], topic: str) -> Item:
    notes = _NOTE.findall(found["notes"])
    tags = [value for key, value in notes if key == "tag"]
    body, why = _cut(found["body"])
    asked = _plain(found["prompt"]).strip()
    fence = _FENCE.search(asked)
    return Item(
        id=next((value for key, value in notes if key == "id"), ""),
        topic=topic,
        kind=next((tag for tag in tags if not tag.startswith("level-")), "choice"),
        level=next((int(tag[6:]) for tag in tags if re.fullmatch(r"level-[1-5]", tag)), 1),
        title=_plain(found["title"] or "").strip(),
        prompt=(asked[: fence.start()] + asked[fence.end() :]).strip() if fence else asked,
        program=fence["code"] if fence else "",
        answers=tuple(map(_answer, _ANSWER.finditer(body))),
        why=_plain(why).strip(),
    )


def _answer(found: re.Match[str]) -> ItemAnswer:
    share = float(found["share"]) if found["share"] else None
    right = share > 0 if share is not None else found["sign"] == "="
    return ItemAnswer(text=_plain(_stripped(found["text"])), right=right, why=_plain(found["why"] or "").strip())


def _stripped(text: str) -> str:
    """Without the blanks around it; those that belong to an answer are escaped."""
    letters = _LETTER.findall(text)
    meant = [at for at, letter in enumerate(letters) if not letter.isspace()]
    return "".join(letters[meant[0] : meant[-1] + 1]) if meant else ""


def _cut(text: str) -> tuple[str, str]:
    """Answers, and what everybody reads afterwards."""
    signs = (found for found in re.finditer(r"\\.|####", text, re.DOTALL) if found[0] == "####")
    sign = next(signs, None)
    return (text[: sign.start()], text[sign.end() :]) if sign else (text, "")


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", text)
    return _EDGE.sub(lambda found: f"\\{found[0]}", text)


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)
