from bot.quiz.likeness import LEAST_TOKENS, alike, alike_in_words, fingerprints, shape, similar

MERGE = """\
def merged(left, right):
    # walk both lists
    result = []
    at, other = 0, 0
    while at < len(left) and other < len(right):
        if left[at] <= right[other]:
            result.append(left[at])
            at += 1
        else:
            result.append(right[other])
            other += 1
    result.extend(left[at:])
    result.extend(right[other:])
    return result
"""
RENAMED = """\
def merged(a, b):
    out = []

    i, k = 0, 0
    while i < len(a) and k < len(b):
        if a[i] <= b[k]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[k])
            k += 1
    out.extend(a[i:])
    out.extend(b[k:])
    return out  # done
"""
OTHERS = (
    """\
import heapq


def merged(left, right):
    both = list(heapq.merge(left, right))
    for value in both:
        if value is None:
            raise ValueError("no value")
    checked = [value for value in both if value is not None]
    return sorted(checked, key=lambda value: (value, str(value)))
""",
    """\
def merged(left, right):
    if not left:
        return list(right)
    if not right:
        return list(left)
    first, second = (left, right) if left[0] <= right[0] else (right, left)
    head, *tail = first
    return [head] + merged(tail, second)
""",
    """\
def merged(left, right):
    result = list(left)
    for value in right:
        position = 0
        for number, known in enumerate(result):
            if known <= value:
                position = number + 1
        result.insert(position, value)
    return result
""",
)


def test_code_in_other_names_with_other_comments_and_blank_lines_is_alike() -> None:
    assert shape(MERGE) == shape(RENAMED)
    found = similar({"ada": MERGE, "ben": RENAMED} | {str(at): source for at, source in enumerate(OTHERS)})
    assert [(pair.who, pair.share) for pair in found] == [(("ada", "ben"), 100)]


def test_answers_that_people_found_by_themselves_are_not_alike() -> None:
    assert similar({"ada": MERGE} | {str(at): source for at, source in enumerate(OTHERS)}) == []


def test_a_part_that_was_moved_and_changed_a_little_is_still_alike() -> None:
    moved = RENAMED.replace("    i, k = 0, 0\n", "    k = 0\n    i = 0\n").replace(
        "    return out", "    return list(out)"
    )
    (pair,) = similar({"ada": MERGE, "ben": moved})
    assert 80 <= pair.share < 100


def test_small_answers_are_naturally_equal() -> None:
    small = "def double(x):\n    return x + x\n"
    assert len(shape(small)) < LEAST_TOKENS
    assert similar(dict.fromkeys("abc", small)) == []
    assert alike(small, small) == 0


def test_what_many_people_have_is_no_news() -> None:
    assert similar(dict.fromkeys("abcdefgh", MERGE)) == []


def test_what_everybody_began_with_does_not_count() -> None:
    own = ("    return result[::1]\n", "    return [*result]\n")
    answers = {str(at): MERGE.replace("    return result\n", more) for at, more in enumerate(own)}
    assert len(similar(answers)) == 1
    assert similar(answers, given=MERGE) == []


def test_of_hundreds_of_answers_the_two_that_are_alike_are_found() -> None:
    def one(number: int) -> str:
        steps = [f"    x{at} = {'abs' if number >> at & 1 else 'int'}(x) {'+-*'[number % 3]} {at}\n" for at in range(9)]
        return f"def f(x):\n{''.join(steps)}    return x\n"

    answers = {f"{number}": one(number) for number in range(400)} | {"ada": MERGE, "ben": RENAMED}
    assert [(pair.who, pair.share) for pair in similar(answers)] == [(("ada", "ben"), 100)]


def test_a_source_that_cannot_be_read_to_its_end_is_compared_as_far_as_it_can() -> None:
    assert shape("x = (1,\n") == shape("y = (2,\n")
    assert fingerprints("") == frozenset() == fingerprints("'")


def test_prompts_are_compared_by_neighbouring_words() -> None:
    prompt = "What does this program print, and why does it do so?"
    assert alike_in_words(prompt, prompt.upper()) == 100
    assert alike_in_words(prompt, "What does this program print?") < 50
    assert alike_in_words("", "") == 0
