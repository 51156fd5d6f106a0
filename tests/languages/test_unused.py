"""What nobody says is not kept for translators."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from tools.catalogues import BOT, SAID

SOURCES = {file: file.read_text("utf-8") for file in BOT.rglob("*.py")}


def unused(module: ModuleType, sources: dict[Path, str]) -> list[str]:
    """Constants of a module that no other says by `module.NAME`, and that stand in no other constant of it."""
    own, short = Path(str(module.__file__)), module.__name__.rpartition(".")[2]
    elsewhere = "\n".join(text for file, text in sources.items() if file != own)
    names = "|".join([short, *re.findall(rf"import {short} as (\w+)", elsewhere)])
    said = set(re.findall(rf"\b(?:{names})\.([A-Z_]+)\b", elsewhere))
    for imported in re.findall(rf"from {module.__name__} import (\([^)]*\)|[^\n]*)", elsewhere):
        said.update(re.findall(r"\w+", imported))
    constants = [name for name in vars(module) if name.isupper()]
    return [one for one in constants if one not in said and len(re.findall(rf"\b{one}\b", sources[own])) < 2]


@pytest.mark.parametrize("module", SAID, ids=lambda module: module.__name__)
def test_every_constant_is_said_by_somebody(module: ModuleType) -> None:
    assert unused(module, SOURCES) == []


def test_one_that_nobody_says_is_found() -> None:
    (words, *_) = SAID
    own = Path(str(words.__file__))
    said = [name for name in vars(words) if name.isupper() and name != "BROKEN"]
    sources = {own: SOURCES[own], own.with_name("other.py"): "\n".join(f"words.{name}" for name in said)}
    assert unused(words, sources) == ["BROKEN"]
