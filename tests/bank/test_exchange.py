"""What goes out in other people's formats comes back as it was; what comes in is a draft that can be checked."""

import io
import json
import sqlite3
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.exchange.anki import guid, write_anki
from bot.bank.exchange.books import read_json, schema, write_json
from bot.bank.exchange.drafts import drafts
from bot.bank.exchange.gift import WRITTEN, read_gift, write_gift
from bot.bank.exchange.items import Item, ItemAnswer, item_of
from bot.bank.exchange.moodle import write_moodle
from bot.bank.exchange.tables import read_csv, write_csv
from bot.bank.exchange.trivia import read_open_trivia, read_red_trivia, read_sir_lancebot
from bot.bank.filebank import FileBank
from bot.bank.reading import read_sheet
from bot.quiz.errors import QuestionMistake
from bot.quiz.questions import Kind, Question
from bot.testing.questions import one_of_each

PY = (3, 11)
TOPIC = "names/binding"


@pytest.fixture(scope="module")
def bank() -> tuple[Question, ...]:
    return (*FileBank.load()[0].questions(), *one_of_each())


@pytest.fixture(scope="module")
def items(bank: tuple[Question, ...]) -> tuple[Item, ...]:
    return tuple(item_of(question, PY) for question in bank)


def test_every_kind_is_in_the_samples(items: tuple[Item, ...]) -> None:
    assert {item.kind for item in items} == {str(kind) for kind in Kind}


def test_a_table_comes_back_as_it_was(items: tuple[Item, ...]) -> None:
    assert read_csv(write_csv(items)) == items


def test_gift_comes_back_as_it_was(items: tuple[Item, ...]) -> None:
    compared = [replace(item, sources=()) for item in items if item.kind not in WRITTEN]
    assert sorted(map(repr, read_gift(write_gift(compared)))) == sorted(map(repr, compared))


def test_gift_keeps_the_question_where_only_people_can_compare_answers(items: tuple[Item, ...]) -> None:
    written = [item for item in items if item.kind in WRITTEN]
    back = {item.id: item for item in read_gift(write_gift(written))}
    for item in written:
        assert (back[item.id].prompt, back[item.id].program, back[item.id].answers) == (item.prompt, item.program, ())
        assert back[item.id].why.endswith(item.why)


def test_an_exported_bank_keeps_its_schema_and_comes_back(bank: tuple[Question, ...]) -> None:
    text = write_json(bank)
    assert read_json(text).model_dump(mode="json") == json.loads(text)
    assert {entry.id: entry.key_hash for entry in read_json(text).questions} == {one.id: one.key_hash for one in bank}
    told = json.loads(schema())
    assert told["$schema"].startswith("https://json-schema.org/")
    assert set(told["$defs"]["Entry"]["required"]) == set(json.loads(text)["questions"][0])


def test_moodle_reads_one_question_each_with_points_that_add_up(items: tuple[Item, ...]) -> None:
    quiz = ET.fromstring(write_moodle(items))  # noqa: S314 - our own text
    asked = [question for question in quiz if question.get("type") != "category"]
    assert sorted(str(one.findtext("idnumber")) for one in asked) == sorted(item.id for item in items)
    for question in asked:
        shares = [float(str(one.get("fraction"))) for one in question.findall("answer")]
        if question.get("type") == "multichoice":
            assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.01)
        elif question.get("type") == "shortanswer":
            assert max(shares) == 100


def test_moodle_obeys_no_tag_that_a_question_shows() -> None:
    item = Item(id="x", prompt="<script>a</script>", program="<b>", answers=(ItemAnswer(text="`<i>`", right=True),))
    (question,) = ET.fromstring(write_moodle([item])).findall("question[@type='multichoice']")  # noqa: S314
    html = str(question.findtext("questiontext/text")) + str(question.findtext("answer/text"))
    assert "<script>" not in html
    assert "&lt;b&gt;" in html
    assert "<code>&lt;i&gt;</code>" in html


def notes(deck: bytes, folder: Path) -> dict[str, tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        package.extract("collection.anki2", folder)
    with sqlite3.connect(folder / "collection.anki2") as connection:
        rows = connection.execute("select guid, flds, tags from notes").fetchall()
    connection.close()
    return {name: (fields, tags) for name, fields, tags in rows}


def test_a_deck_has_a_note_for_each_question_whose_guid_hangs_on_its_id_alone(
    items: tuple[Item, ...], tmp_path: Path
) -> None:
    found = notes(write_anki(items, at=1_700_000_000), tmp_path)
    assert set(found) == {guid(item.id) for item in items}
    changed = [replace(item, title="Other", prompt="Other.") for item in items]
    assert set(notes(write_anki(changed, at=1_800_000_000), tmp_path)) == set(found)
    fields, tags = found[guid("two-300s")]
    assert "names::identity" in tags
    assert fields.count("\x1f") == 4


def test_nothing_is_left_behind_by_a_deck(
    items: tuple[Item, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    write_anki(items[:1], at=1)
    assert (list(tmp_path.iterdir()), tempfile.tempdir) == ([], str(tmp_path))


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(
    lambda text: text.strip() == text
)
ITEMS = st.builds(
    Item,
    id=st.from_regex(r"\A[a-z]{1,8}\Z"),
    level=st.integers(1, 5),
    title=PLAIN,
    prompt=PLAIN.filter(lambda text: not text.startswith(("[", "//", ":"))),
    answers=st.lists(st.tuples(PLAIN, PLAIN), min_size=1, max_size=4).map(
        lambda wrong: (
            ItemAnswer(text="right", right=True),
            *(ItemAnswer(text=text, right=False, why=why) for text, why in wrong),
        )
    ),
    why=PLAIN,
)


def test_gift_as_moodle_writes_it_is_read() -> None:
    text = (
        "// question: 0  name: Switch category to $course$/top/Python\n$CATEGORY: $course$/top/Python\n\n\n"
        "// question: 7  name: Names\n::Names::[html]<p>Which?</p>{\n\t=one#Yes.\n\t~two\n\t~%50%three\n}\n\n\n"
        "// the end\n"
    )
    (item,) = read_gift(text)
    assert (item.topic, item.title, item.prompt) == ("$course$/top/Python", "Names", "<p>Which?</p>")
    assert [(one.text, one.right, one.why) for one in item.answers] == [
        ("one", True, "Yes."), ("two", False, ""), ("three", True, ""),
    ]  # fmt: skip
    assert read_gift("// nothing\n") == read_gift("") == ()


@pytest.mark.parametrize("text", ["  7|", "a ", " ", "\\", "a\n  b\n c", "=~#{}:", "%50%", "####", "\\n", "// no note"])
def test_an_answer_keeps_its_blanks_and_signs(text: str) -> None:
    item = Item(
        kind="output", prompt="What?", answers=(ItemAnswer(text=text, right=True), ItemAnswer(text="x", right=False))
    )
    for one in (
        item,
        replace(item, kind="choice"),
        replace(item, kind="choice", answers=item.answers[::-1] + item.answers),
    ):
        assert read_gift(write_gift([one])) == (one,)
        assert read_csv(write_csv([one])) == (one,)


@given(ITEMS)
def test_no_text_is_lost_in_gift_or_a_table(item: Item) -> None:
    assert read_gift(write_gift([item])) == (item,)
    assert read_csv(write_csv([item])) == (item,)


@given(st.text())
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    for read in (read_gift, read_csv, read_open_trivia, read_red_trivia, read_sir_lancebot):
        try:
            read(text)
        except QuestionMistake as mistake:
            assert str(mistake)


OPEN_TRIVIA = json.dumps({
    "response_code": 0,
    "results": [
        {
            "type": "multiple", "difficulty": "hard", "category": "Computers",
            "question": "Which keyword makes a function? &quot;Just one&quot;", "correct_answer": "def",
            "incorrect_answers": ["fun", "lambda", "func"],
        },
        {
            "type": "boolean", "difficulty": "easy", "question": "Is it?",
            "correct_answer": "True", "incorrect_answers": ["False"],
        },
    ],
})  # fmt: skip
RED = """\
AUTHOR: somebody
Which version has match?:
- 3.10
- Python 3.10
Which switch?:
- on
How many?:
- 4
What?:
- no
"""
LANCE = json.dumps(
    {
        "general": [
            {"id": 1, "question": "Who?", "answer": "Guido", "info": "He did."},
            {"id": 2, "question": "Where?", "answer": ["Amsterdam", "NL"]},
            {"id": 3, "question": "When?", "answer": "1991"},
        ]
    }
)
SOURCE = ["https://example.org/list"]


def test_open_trivia_becomes_drafts_and_true_or_false_is_left_out() -> None:
    found = drafts(read_open_trivia(OPEN_TRIVIA), topic=TOPIC, sources=[], taken=[])
    ((name, text),) = found.files.items()
    assert name == "names/binding/which-keyword-makes-a-function-just.md"
    sheet, _ = read_sheet(text, file=name)
    assert sheet is not None
    assert (sheet.status, sheet.question.live, sheet.question.level) == ("draft", False, 3)
    assert sheet.question.prompt == 'Which keyword makes a function? "Just one"'
    assert sheet.question.sources == ("https://opentdb.com/",)
    assert found.left_out == (
        "'Is it?': there are 2 options. Give 3 or 4, each as `- [ ] an answer`; 5 only when several are right.",
    )


def test_a_red_list_is_read_as_text_and_other_answers_are_the_wrong_options() -> None:
    read = read_red_trivia(RED)
    assert [one.text for item in read for one in item.answers] == ["3.10", "Python 3.10", "on", "4", "no"]
    found = drafts(read, topic=TOPIC, sources=SOURCE, taken=[])
    assert (len(found.files), found.left_out) == (4, ())
    text = found.files["names/binding/which-version-has-match.md"]
    assert "- [x] 3.10" in text
    assert "Python 3.10" not in text
    assert all(f"- [ ] {wrong}\n" in text for wrong in ("on", "4", "no"))
    assert drafts(read, topic=TOPIC, sources=SOURCE, taken=[]) == found


def test_a_sir_lancebot_list_keeps_its_explanation() -> None:
    found = drafts(read_sir_lancebot(LANCE), topic=TOPIC, sources=SOURCE, taken=["who"])
    assert "He did." in found.files["names/binding/who-2.md"]
    assert len(found.files) == 3


def test_a_draft_without_a_source_is_left_out_with_the_reason() -> None:
    found = drafts(read_red_trivia(RED), topic=TOPIC, sources=[], taken=[])
    assert found.files == {}
    assert all("nothing shows that the boxes are right" in sentence for sentence in found.left_out)


def test_an_exported_output_comes_back_as_a_draft_that_says_the_same(bank: tuple[Question, ...]) -> None:
    (question,) = [one for one in bank if one.id == "half-late"]
    back = read_gift(write_gift([item_of(question, PY)]))
    ((name, text),) = drafts(back, topic=question.topic, sources=[], taken=[]).files.items()
    sheet, _ = read_sheet(text, file=name)
    assert sheet is not None
    assert (sheet.question.id, sheet.question.task, sheet.question.program) == (
        question.id,
        question.task,
        question.program,
    )
    assert not sheet.question.live


@given(st.lists(ITEMS, max_size=4), PLAIN)
def test_every_draft_reads_as_a_question_and_is_never_live(items: list[Item], more: str) -> None:
    hostile = [Item(prompt=more, answers=tuple(ItemAnswer(text=f"{more} {at}", right=at == 0) for at in range(3)))]
    found = drafts([*items, *hostile], topic=TOPIC, sources=SOURCE, taken=[])
    assert len(found.files) + len(found.left_out) == len(items) + 1
    for name, text in found.files.items():
        sheet, problems = read_sheet(text, file=name)
        assert problems == ()
        assert sheet is not None
        assert not sheet.question.live


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (read_open_trivia, "[", "no JSON"),
        (read_open_trivia, "{}", "no `results`"),
        (read_open_trivia, '[{"question": "a"}]', "Question 1 of the list"),
        (read_red_trivia, "- a", "not a table of questions"),
        (read_red_trivia, "a: {b: c}", "no list of words"),
        (read_red_trivia, "a: [", "no YAML"),
        (read_sir_lancebot, "[]", "not a table of categories"),
        (read_sir_lancebot, '{"a": [{"question": "b"}]}', "Question 1 of `a`"),
        (read_gift, "one\n\ntwo", "line 1: this is no GIFT question"),
        (read_csv, "prompt,level\nWhat?,1\n", "row 2: there is no"),
        (read_csv, "prompt,level,answer 1\nWhat?,high,a\n", "row 2: the level is 'high'"),
    ],
)
def test_what_is_no_list_is_said_with_its_place(read: object, text: str, said: str) -> None:
    assert callable(read)
    with pytest.raises(QuestionMistake, match=said):
        read(text)


@pytest.mark.parametrize(("keep", "shuffled"), [(True, "false"), (False, "true")])
def test_moodle_is_told_which_options_may_be_shuffled(keep: bool, shuffled: str) -> None:  # noqa: FBT001
    item = Item(id="x", prompt="?", answers=(ItemAnswer(text="1", right=True),), keep_order=keep)
    assert ET.fromstring(write_moodle([item])).findtext("question/shuffleanswers") == shuffled  # noqa: S314
