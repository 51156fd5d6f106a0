"""Moodle XML: choices, answers to type, and essays with what graders should look for."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.bank.exchange.gift import WRITTEN
from bot.bank.exchange.items import Item, ItemAnswer
from bot.bank.exchange.pages import answered, asked, prose


def write_moodle(items: Iterable[Item]) -> str:
    """A file for Moodle's question bank, a category for each topic."""
    quiz = Element("quiz")
    topic = None
    for item in sorted(items, key=lambda item: (item.topic, item.id)):
        if item.topic != topic:
            topic = item.topic
            _text(SubElement(SubElement(quiz, "question", type="category"), "category"), f"$course$/askling/{topic}")
        _question(quiz, item)
    indent(quiz)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(quiz, encoding="unicode") + "\n"


def _question(quiz: Element, item: Item) -> None:
    sort = "essay" if item.kind in WRITTEN else "multichoice" if item.kind == "choice" else "shortanswer"
    question = SubElement(quiz, "question", type=sort)
    _text(SubElement(question, "name"), item.title)
    _text(SubElement(question, "questiontext", format="html"), asked(item))
    _text(SubElement(question, "generalfeedback", format="html"), prose(item.why))
    SubElement(question, "defaultgrade").text = str(item.level)
    SubElement(question, "idnumber").text = item.id
    match sort:
        case "essay":
            told = "".join(answered(item, one.text) for one in item.right)
            _text(SubElement(question, "graderinfo", format="html"), told)
        case "multichoice":
            SubElement(question, "single").text = str(len(item.right) == 1).lower()
            SubElement(question, "shuffleanswers").text = str(not item.keep_order).lower()
            SubElement(question, "answernumbering").text = "ABCD"
        case _:
            SubElement(question, "usecase").text = "1"
    if sort != "essay":
        for one in item.answers:
            _answer(question, item, one)
    tags = SubElement(question, "tags")
    for tag in (item.kind, f"level-{item.level}"):
        _text(SubElement(tags, "tag"), tag)


def _answer(question: Element, item: Item, one: ItemAnswer) -> None:
    """A share of the points; where several are right, a wrong one takes all of them away."""
    several = item.kind == "choice" and len(item.right) > 1
    fraction = f"{100 / len(item.right):.5f}" if several else "100"
    choice = item.kind == "choice"
    answer = SubElement(
        question,
        "answer",
        fraction=fraction if one.right else "-100" if several else "0",
        format="html" if choice else "moodle_auto_format",
    )
    _text(answer, answered(item, one.text) if choice else one.text.replace("*", "\\*"))
    _text(SubElement(answer, "feedback", format="html"), prose(one.why))


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text
