import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.errors import VisibilityMistake
from bot.quiz.visibilities import ALIAS_CHARS, HIDDEN, PUBLIC, Visibility, parse


def test_one_is_public_hidden_or_somebody_else() -> None:
    assert [parse(text) for text in ("public", " HIDDEN ", "alias Night Owl")] == [
        PUBLIC,
        HIDDEN,
        Visibility(alias="~Night Owl~"),
    ]


@pytest.mark.parametrize(
    "text", ["", "invisible", "public please", "alias", "alias ~~", "alias \u202e", "alias " + "x" * 31]
)
def test_what_nobody_could_read_is_refused_in_words(text: str) -> None:
    with pytest.raises(VisibilityMistake) as caught:
        parse(text)
    assert str(caught.value).endswith(".")


@given(st.text(max_size=60))
def test_an_alias_is_one_short_line_that_no_name_can_look_like(name: str) -> None:
    try:
        found = parse(f"alias {name}")
    except VisibilityMistake:
        return
    assert found.alias is not None
    inside = found.alias[1:-1]
    assert found.alias == f"~{inside}~"
    assert 1 <= len(inside) <= ALIAS_CHARS
    assert inside.isprintable()
