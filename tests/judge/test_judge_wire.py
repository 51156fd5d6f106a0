"""A child can say anything. Nothing it says means "passed"."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.judge.inside.values import TooLarge, encode
from bot.judge.wire import Malformed, decode, heard, messages
from bot.quiz.runs import Returned, Silent
from bot.quiz.values import Foreign, same

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "probe",
                    "value",
                    "raised",
                    "exit",
                    "int",
                    "float",
                    "complex",
                    "str",
                    "tuple",
                    "set",
                    "dict",
                    "range",
                    "bytes",
                    "foreign",
                ]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)
HASHABLE = st.none() | st.booleans() | st.integers() | st.text() | st.binary()
PLAIN = st.recursive(
    HASHABLE | st.floats() | st.complex_numbers() | st.binary().map(bytearray) | st.builds(range, st.integers(0, 9)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(HASHABLE, inner, max_size=3)
        | st.sets(HASHABLE, max_size=3)
        | st.frozensets(HASHABLE, max_size=3)
    ),
    max_leaves=10,
)


@given(PLAIN)
def test_a_value_crosses_with_its_exact_type(value: object) -> None:
    assert same(decode(json.loads(json.dumps(encode(value)))), value)


@given(JSON)
def test_decoding_hostile_json_gives_a_value_or_says_malformed(sent: object) -> None:
    try:
        decode(sent)
    except Malformed as error:
        assert str(error)


@given(st.lists(JSON), st.integers(0, 3))
def test_listening_never_fails_and_has_one_reply_a_probe(said: list[Any], probes: int) -> None:
    assert len(heard(said, probes).replies) == probes


@given(st.binary())
def test_bytes_that_are_no_messages_are_no_messages(raw: bytes) -> None:
    messages(raw)


def answer(at: object, value: object = 1) -> dict[str, object]:
    return {"probe": at, "value": value, "shown": "1", "stdout": ""}


def kinds(*said: object, probes: int = 2) -> list[type]:
    return [type(reply) for reply in heard(said, probes).replies]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([answer(0), answer(1)], [Returned, Returned]),
        ([answer(0), answer(1), {"end": "done"}], [Returned, Returned]),
        ([answer(0), answer(0), answer(1)], [Silent, Silent]),  # doubled
        ([answer(0), answer(1), {"end": "done"}, {"end": "done"}], [Silent, Silent]),
        ([answer(0), {"end": "done"}], [Returned, Silent]),  # ended too soon
        ([answer(0), None, answer(1)], [Silent, Silent]),  # something else on the channel
        ([answer(1), answer(0)], [Silent, Silent]),  # out of turn
        ([answer(0)], [Returned, Silent]),  # missing
        ([answer(True), answer(1)], [Silent, Silent]),  # True is no number of a probe
        ([answer(-1), answer(7)], [Silent, Silent]),
        ([answer(0, {"int": "zz"}), answer(1, {"no such tag": 1})], [Silent, Silent]),
        ([{"probe": 0}, {"probe": 1, "silent": "too large"}], [Silent, Silent]),
        (["passed", {"outcome": "passed"}, {"passed": True}], [Silent, Silent]),
    ],
)
def test_replies_count_once_in_order_and_well_formed(said: list[object], expected: list[type]) -> None:
    assert kinds(*said) == expected


def test_a_value_too_deep_or_too_large_does_not_cross() -> None:
    deep: list[object] = []
    for _ in range(50):
        deep = [deep]
    with pytest.raises(TooLarge):
        encode(deep)
    with pytest.raises(TooLarge):
        encode(list(range(30_000)))


def test_a_forged_nest_of_brackets_is_malformed_not_a_crash() -> None:
    sent: object = []
    for _ in range(500):
        sent = [sent]
    with pytest.raises(Malformed):
        decode(sent)


@pytest.mark.parametrize("tag", ["set", "frozenset", "dict"])
def test_keys_chosen_to_collide_do_not_cross(tag: str) -> None:
    keys: list[object] = [{"int": hex(at * (2**61 - 1))} for at in range(1, 200)]
    with pytest.raises(Malformed, match="one hash"):
        decode({tag: [[key, 0] for key in keys] if tag == "dict" else keys})


def test_a_subclass_never_equals_its_builtin_part() -> None:
    assert not same(decode({"foreign": ["Counter", "Counter()", {"dict": []}]}), {})
    assert decode({"foreign": ["Counter", "Counter()", {"dict": []}]}) == Foreign("Counter", "Counter()", {})


@pytest.mark.parametrize(
    "body", [{"complex": []}, {"complex": ["0x1p0"]}, {"foreign": []}, {"dict": [[]]}, {"str": [-1]}]
)
def test_a_forged_value_with_parts_missing_is_malformed_not_a_crash(body: object) -> None:
    with pytest.raises(Malformed):
        decode(body)


def test_brackets_of_any_depth_where_text_belongs_are_no_crash() -> None:
    for depth in range(800, 1100):
        nest = b"[" * depth + b"]" * depth
        raw = b'{"probe": 0, "value": 1, "stdout": %b, "shown": %b}\n{"raised": {"error": %b}}' % (nest, nest, nest)
        assert len(heard(messages(raw), 1).replies) == 1


def test_text_for_people_can_always_be_written_down() -> None:
    half = chr(0xD800)
    forged = {"probe": 0, "value": {"foreign": [half, half, None]}, "shown": half, "stdout": half}
    (reply,) = heard([forged], 1).replies
    assert isinstance(reply, Returned)
    assert isinstance(reply.value, Foreign)
    assert {reply.shown, reply.stdout, reply.value.text, reply.value.type_name} == {"\\ud800"}
