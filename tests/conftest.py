"""For every test: a busy machine is no failure, and there is a language in which catalogued sentences look strange."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import settings

from bot.core import languages

settings.register_profile("askling", deadline=None)
settings.load_profile("askling")


@pytest.fixture(scope="session")
def pseudo_locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the only catalogue is that of a made-up language."""
    from tests.languages.pseudo import PSEUDO, strange
    from tools.catalogues import sentences

    said = Catalog(locale="en")
    for one in sentences():
        said.add(one, strange(one))
    locales = tmp_path_factory.mktemp("locales")
    folder = locales / PSEUDO / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{languages.DOMAIN}.mo").open("wb") as file:
        write_mo(file, said)
    return locales


@pytest.fixture
def pseudo_spoken(pseudo_locales: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For a while it is the only language there is beside English."""
    monkeypatch.setattr(languages, "LOCALES", pseudo_locales)
    languages._catalogue.cache_clear()
    yield
    languages._catalogue.cache_clear()
