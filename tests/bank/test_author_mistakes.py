"""Every mistake that can be seen without running anything is said with file, line and fix, all at once."""

from collections.abc import Callable

import pytest

from bot.quiz.questions import Kind

Spoken = Callable[[str], list[str]]
Whole = Callable[..., str]

HEADER = '```toml question\nkind = "choice"\nlevel = 2\nseed = ["S90a"]\n```\n'
PLANTED = [
    # header
    ("choice", "level = 2", "levle = 2", "line 5: there is no key `levle`. Did you mean `level`?"),
    ("choice", "level = 2", "levle = 2", "line 3: the header has no `level`. From 1 (first week) to 5"),
    ("choice", "level = 2", "level = 9", "line 5: `level` cannot be 9. From 1 (first week) to 5 (interview)"),
    ("choice", "level = 2", 'level = "2"', "line 5: `level` cannot be '2'. From 1"),
    ("choice", "level = 2", "level = true", "line 5: `level` cannot be True. From 1"),
    ("choice", "level = 2", "level 2", "line 5: the header is no TOML: expected '=' after a key"),
    ("choice", '["S90a"]', '["S90a"', "line 6: the header is no TOML"),
    ("choice", 'kind = "choice"', 'kind = "chioce"', "line 4: `chioce` is no kind of question. Did you mean `choice`?"),
    ("choice", 'kind = "choice"\n', "", "line 3: the header has no `kind`. How it is answered"),
    ("choice", '["S90a"]', '["S90a"]\npython = "3.12"', "line 7: `python` cannot be '3.12'. The versions it makes"),
    ("choice", '["S90a"]', '["S90a"]\npython = "<3.9"', "line 3: no Python from 3.11 on is <3.9. Widen `python`"),
    ("choice", '["S90a"]', '["S90a"]\nsource = ["docs.python.org"]', "line 7: `source` cannot be 'docs.python.org'"),
    ("choice", '["S90a"]', '["S90b", "S90c"]', "line 3: the curriculum has no row `S90c`. Did you mean `S90"),
    ("choice", HEADER, "", "line 1: the file has no header. Put a block that begins with"),
    ("choice", "```python run", HEADER + "\n```python run", "line 11: the header is already on line 3. Keep one"),
    ("choice", "level = 2", "level = 2\n" + "#" * 4_000, "line 3: the header has more than 4000 characters. A header"),
    # layout
    ("choice", "# A second name\n", "", "line 1: the file has no title. Begin it with `# A short title`."),
    ("choice", "What is true after", "# What is true after", "line 9: a question has one title, on its first line"),
    ("choice", "What is true after these lines?\n", "", "line 3: the question asks nothing. Write the prompt below"),
    (
        "choice",
        "\n\nAssignment binds a name; it never copies.",
        "",
        "line 41: there is no explanation. Write one below",
    ),
    ("choice", "## Why", "## Wy", "line 41: there is no section `Wy`. Did you mean `Why`?"),
    ("choice", "## Why", "## Hints", "line 41: `## Hints` is already on line 37. Join the two."),
    ("choice", "- How many lists are made?", "", "line 37: `## Hints` is empty. Write 1 to 3 hints"),
    ("choice", "- How many", "- How\n  > many", "line 39: a hint holds more than a sentence. A hint is plain prose."),
    ("choice", "- How many lists", "How many lists", "line 39: hints are a list. Begin each hint with `- `."),
    ("choice", "- How many", "- a\n- b\n- c\n- How many", "line 42: this is the fourth hint. Keep 1 to 3."),
    ("choice", "python run", "python rum", "line 11: `python rum` is no kind of block. Did you mean `python run`?"),
    ("choice", "python run", "", "line 11: this block does not say what it is. There is"),
    ("choice", "python run", "python broken", "line 11: a question of kind `choice` has no `python broken` block"),
    ("choice", "python run", "python check", "there are 2 `python check` blocks. Keep 1."),
    ("choice", "copies.", "copies.\n\n```python run\nx\n```", "line 45: a `python run` block stands in a section"),
    ("choice", "copies.", "copies.\n\n```python run", "line 45: this block is never closed. End it with a line of"),
    ("choice", "What is true", "<b>\nWhat is true", "line 9: HTML has no place in a question. Use plain Markdown"),
    ("choice", "What is true", "    What is true", "line 9: indented code has no place in a question"),
    ("choice", "What is true", "> What is true", "line 9: this quote belongs to nothing"),
    ("choice", "What is true", "- ```python run\n  x\n  ```\n\nWhat is true", "line 9: a fenced block inside a list"),
    ("choice", "a = [1]", "a = [1] # \u202e", "line 12: there is an invisible character here (U+202E)"),
    ("choice", "a = [1]", "a = [1] # \x1b[2J", "line 12: there is an invisible character here (U+001B)"),
    # choices
    ("choice", "[x]", "[ ]", "line 16: no option is right. Mark the right one with `- [x]`."),
    ("choice", "- [x]", "- [y]", "line 16: this option has no box. Begin it with `- [x]` when it is right"),
    ("choice", "- [x]", "- []", "line 16: this option has no box"),
    ("choice", "  > Assignment makes a copy.\n", "", "line 18: this option has no quote below it. Say why people"),
    ("choice", "`a != b`", "`a is not b`", "line 18: the option ``a is not b`` is there twice"),
    ("choice", "`a != b`", "None of the above", "line 20: the option `None of the above` speaks of other options"),
    ("choice", "- [ ] `a != b`\n  > Two names have two values.\n", "", "line 16: there are 2 options. Give 3 or 4"),
    ("choice", "`a is b`", "both names are bound to one list", "line 16: the right option has 32 characters, more"),
    ("choice", "- [ ] `a != b`", "\ntext\n\n- [ ] `a != b`", "line 23: the options are two lists. Keep all options in"),
    ("choice", "assert a is b", "a is b", "line 32: the proof asserts nothing. State what makes the key right"),
    ("choice", "- [ ] `a != b`", "- [ ]", "line 20: this option is empty. Write the answer after the box."),
    ("choice", "have two values.\n", "have two values.\n\n  1. one\n", "line 23: this does not belong into an option"),
    # outputs
    ("output", 'py=">=3.15"', 'py=">=3.16"', "line 16: no key applies to Python 3.15. Add a `text output` block"),
    ("output", 'py=">=3.15"', 'py=">=3.14"', "line 20: this key and the one on line 16 both apply to Python 3.14"),
    ("output", 'py=">=3.15"', 'py="3.15"', "line 20: the key's versions cannot be read: '3.15' is no Python range"),
    ("output", 'py=">=3.15"', 'version="3.15"', 'line 20: a `text output` block takes no `version="…"`'),
    ("output", "text wrong\nyes", "text wrong\n1 ", "line 30: the wrong output `1` is already on line 24"),
    ("output", "> Comparisons speak English.\n", "", "line 24: this `text wrong` block has no quote below it. Say the"),
    ("output", "```text wrong\n1\n```\n\n> Comparisons give numbers.", "", "needs at least 2 `text wrong` blocks, and"),
    ("output", "## Why", "- [ ] one\n\n## Why", "line 36: a question of kind `output` has no options. Take the"),
    (
        "output",
        "## Why\n\nVersions differ.\n",
        "```text wrong\n2\n```\n",
        "line 36: this `text wrong` block has no quote",
    ),
    # cases
    ("function", "# the first is larger\n", "", "line 22: this hidden case has no category. Begin it with a line"),
    ("function", ">>> larger(3, 2)\n3\n", "", "line 22: this case calls nothing"),
    ("function", ">>> larger(3", ">>>larger(3", "line 23: the prompt has no blank after it. Write `>>> larger(3, 2)`"),
    ("function", ">>> larger(3, 2)", ">>> x = 3", "line 23: `x = 3` is no expression. Make the last `>>>` entry"),
    ("function", "2)\n3", "2)\nthree", "line 24: `three` is not the text of a plain value. Write what the"),
    ("function", "2)\n3", "2)\n3\n>>> larger(1, 1)\n1", "line 24: a value is shown in the middle of the case"),
    ("function", "TypeError", "", "line 32: this traceback names no exception. Write `Traceback (most recent"),
    ("function", ">>> larger(3", "3\n>>> larger(3", "line 23: `3` stands before the first `>>>`"),
    ("function", "larger(3, 2)\n3", "larger(1, 2)\n2", "line 17: the case `larger(1, 2)` is there twice"),
    ("function", "\n\n# both are equal\n>>> larger(2, 2)\n2", "", "line 21: `pycon cases` holds 2 cases and needs at"),
    ("function", "> The second one wins.\n", "", "line 41: this `python wrong` block has no quote below it"),
    (
        "function",
        "```python solution",
        "```python run",
        "line 1: a question of kind `function` needs a `python solution`",
    ),
    ("fix", "python broken", "python starter", "line 1: a question of kind `fix` needs a `python broken` block"),
    # rules
    (
        "fix",
        "level = 1",
        'level = 1\nrules = { forbid = ["sorted"] }',
        "line 38: the solution breaks the question's own",
    ),
    ("fix", "level = 1", "level = 1\nrules = { forbit = [] }", "line 6: `rules` has no `forbit`. A table of words"),
    ("fix", "level = 1", 'level = 1\nrules = { need = ["a b"] }', "line 6: `rules` cannot be"),
    ("open", "level = 5", "level = 5\nrules = {}", "line 6: a question of kind `open` has no `rules`. Take it out"),
    # errors
    ("error", "line = 3\n", "", "line 3: an error question does not say what is raised, and where. Add `raises ="),
    ("error", '"IndexError"', '"an IndexError"', "line 7: `raises` cannot be 'an IndexError'. Of an `error` question"),
    (
        "error",
        "line = 3",
        "line = 4",
        "line 8: the program has no line 4. Count from the first line of the `python run`",
    ),
    ("error", "IndexError line 2", "line 2", "line 19: `line 2` is no wrong answer. Write it as people would:"),
    ("error", "IndexError line 2", "3: IndexError", "line 19: the wrong answer `IndexError line 3` is the right one"),
    (
        "output",
        "level = 4",
        "level = 4\nline = 4",
        "line 6: a question of kind `output` has no `line`. Take it out: it is",
    ),
    (
        "open",
        "level = 5",
        "level = 5\naccept_mutants = {}",
        "line 6: a question of kind `open` has no `accept_mutants`. Take",
    ),
    # orders
    ("order", "x += 1\n", "", "line 12: there are 2 lines to put in order. Give 3 to 8; what needs no ordering"),
    ("order", "x += 1\n", "x += 1\n" * 8, "line 12: there are 10 lines to put in order"),
    ("order", "x += 1\n", "x += 1\n" * 7, "line 12: there are 10 lines in all. Keep 9 in all, traps included"),
    ("order", "x + 1", "x + 1\nx =+ 2", "line 18: a trap is one line. Give each trap a `python distractor` block"),
    ("order", "x + 1", "x += 1", "line 18: this trap is one of the lines to put in order. Change it, or take it out."),
    ("order", "> `+` changes the name.\n", "", "line 17: this `python distractor` block has no quote below it"),
    # fills
    ("fill", "____ + ____", "x + x", "line 12: the program has 0 blanks. Mark 1 to 5 places with `____`."),
    ("fill", "____ + ____", "_____ + ____", "line 12: a blank is longer than four underscores. Write it `____`."),
    ("fill", "x\nx\n```", "x\n```", "line 16: `text answer` has 1 lines for 2 blanks. Write one line for each blank"),
    ("fill", "2\nx\n", "x\nx\n", "line 21: the filling `x⏎x` is already on line 16. Change or remove one of them."),
    ("fill", "> Doubling adds 2.\n", "", "line 21: this `text wrong` block has no quote below it"),
    # rubrics
    (
        "open",
        'source = ["https://docs.python.org/3/"]\n',
        "",
        "line 3: nothing shows that the model answer is right. Add",
    ),
    ("open", "- 4: Says", "- 5: Says", "line 16: the points of the rubric add up to 11. Make them add up to 10."),
    (
        "open",
        "- 4: Says",
        "- Says",
        "line 18: this criterion has no points. Begin it with its points and a colon: `- 2:",
    ),
    ("open", "- 4: Says that names are bound to objects.\n", "", "line 16: the rubric has 2 criteria. Give 3 to 8"),
    ("open", "- 4: Says", "4: Says", "line 18: the rubric is a list. Begin each criterion with `- `."),
    (
        "open",
        "## Model answer\n\nA name is a tag.\n\nIt has no type.",
        "",
        "needs `## Model answer`. Add what is missing",
    ),
    ("open", "- And attributes?\n", "", "line 28: `## Follow-ups` is empty. Write it, in plain prose."),
    ("open", "## Follow-ups", "## Follow ups", "line 28: there is no section `Follow ups`. Did you mean `Follow-ups`?"),
    (
        "choice",
        "## Why",
        "## Rubric\n\n- 10: a\n\n## Why",
        "line 41: a question of kind `choice` has no `## Rubric`. Take",
    ),
]


@pytest.mark.parametrize(("kind", "old", "new", "said"), PLANTED, ids=[row[3][:50] for row in PLANTED])
def test_a_planted_mistake_is_named_with_its_line_and_its_fix(
    kind: str, old: str, new: str, said: str, whole: Whole, spoken: Spoken
) -> None:
    lines = spoken(whole(kind, (old, new)))
    assert any(line.startswith("names/aliasing/one.md ") and said in line for line in lines), "\n".join(lines)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_question_without_a_mistake_is_left_alone(kind: str, whole: Whole, spoken: Spoken) -> None:
    assert spoken(whole(kind)) == []


def test_all_mistakes_of_a_file_are_said_at_once_and_in_order(whole: Whole, spoken: Spoken) -> None:
    mistakes = (
        ("level = 2", "level = 0\nlevle = 2"),
        ('["S90a"]', '"S90a"'),
        ("python run", "python rum"),
        ("- [x]", "- [ ]"),
        ("## Why", "## Wy"),
    )
    lines = [line.split(":")[0].rpartition(" ")[2] for line in spoken(whole("choice", *mistakes))]
    assert lines == ["5", "6", "7", "12", "17", "42"]


def test_one_mistake_is_said_once(whole: Whole, spoken: Spoken) -> None:
    misspelt = whole("output", ("```text wrong\nyes", "```text worng\nyes"), ("```text wrong\n1", "```text wrong\n2"))
    assert [line.split(": ", 1)[1][:30] for line in spoken(misspelt)] == [
        "`text worng` is no kind of blo",
        "a question of kind `output` ne",
    ]


def test_sources_may_stand_in_for_a_proof_and_nothing_may_not(whole: Whole, spoken: Spoken) -> None:
    check, why = "```python check", "## Hints"
    text = whole("choice")
    bare = text[: text.index(check)] + text[text.index(why) :]
    fix = "Add a `python check` or `python proof` block, or `source` addresses in the header."
    assert spoken(bare) == [f"names/aliasing/one.md line 16: nothing shows that the boxes are right. {fix}"]
    assert spoken(bare.replace('["S90a"]', '["S90a"]\nsource = ["https://docs.python.org/3/"]')) == []


def test_a_wrong_output_may_be_the_key_of_another_version_only(whole: Whole, spoken: Spoken) -> None:
    assert spoken(whole("output", ("```text wrong\nyes", "```text wrong\nTrue"))) == []
    same = whole("output", (' py="<3.15"', ""), ('\n```text output py=">=3.15"\nTrue\n```\n', ""), ("yes", "False"))
    assert "the wrong output `False` is the right one" in spoken(same)[0]


def test_the_length_of_code_is_nobodys_choice(whole: Whole, spoken: Spoken) -> None:
    assert spoken(whole("choice", ("`a is b`", "`a is b is a is b is a`"))) == []
