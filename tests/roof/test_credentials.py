"""Secrets are read from where operators put them, and stay nowhere they can leak from."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot import config, credentials
from bot.config import Settings, load
from bot.credentials import secret
from bot.quiz.errors import SettingsMistake

NAME = "ASKLING_DISCORD_TOKEN"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(credentials, "MOUNTED", tmp_path / "none")


def test_a_secret_stands_in_a_variable_or_in_a_file_or_where_containers_mount_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("from-file\n")
    (tmp_path / NAME.lower()).write_text("mounted\n")
    assert secret(NAME, {NAME: " from-variable "}, mounted=tmp_path) == "from-variable"
    assert secret(NAME, {f"{NAME}_FILE": str(tmp_path / "file")}, mounted=tmp_path) == "from-file"
    assert secret(NAME, {NAME: ""}, mounted=tmp_path) == "mounted"
    assert secret(NAME, {}, mounted=tmp_path / "no-such-folder") == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"\n", "is empty"), (b"\xff\xfe", "is no text"), (b"x" * 5000, "longer than any token")],
)
def test_a_file_that_holds_no_secret_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(SettingsMistake, match=f"{NAME}_FILE: .*{said}"):
        secret(NAME, {f"{NAME}_FILE": str(tmp_path / "file")})


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsMistake, match="there is no file"):
        secret(NAME, {f"{NAME}_FILE": str(tmp_path / "missing")})
    with pytest.raises(SettingsMistake, match="Is a directory"):
        secret(NAME, {f"{NAME}_FILE": str(tmp_path)})


def test_a_secret_given_twice_is_told() -> None:
    with pytest.raises(SettingsMistake, match="both set"):
        secret(NAME, {NAME: "a", f"{NAME}_FILE": "/b"})


@pytest.fixture
def somebody_else() -> Iterator[None]:
    """An ordinary user; who runs the tests as root becomes one."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.usefixtures("somebody_else")
def test_a_file_closed_to_us_is_told_with_the_command_that_opens_it() -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        file.write_text("token")
        file.chmod(0)
        with pytest.raises(SettingsMistake, match=r"mode 000 and cannot be read by uid .*On the host: `chown"):
            secret(NAME, {f"{NAME}_FILE": str(file)})
        Path(folder).chmod(0)
        with pytest.raises(SettingsMistake, match="a folder on the way to it is closed"):
            secret(NAME, {f"{NAME}_FILE": str(file)})
        assert secret(NAME, {}, mounted=Path(folder)) == ""
        Path(folder).chmod(0o700)


def test_tokens_leave_the_environment_once_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "very-secret")
    settings = load()
    assert settings.discord_token.get_secret_value() == "very-secret"
    assert NAME not in os.environ
    assert "very-secret" not in repr(settings) + str(config.told(settings))


def test_a_secret_of_a_file_counts_also_where_the_example_file_names_the_variable_and_leaves_it_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text(f"{NAME}=\nASKLING_OPEN_HOURS=\n")
    (tmp_path / "file").write_text("from-file")
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "file"))
    settings = load()
    assert settings.discord_token.get_secret_value() == "from-file"
    assert settings.open_hours == Settings.model_fields["open_hours"].default


def test_a_file_for_what_is_no_secret_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKLING_DATABASE_FILE", "x")
    with pytest.raises(SettingsMistake, match="ASKLING_DATABASE_FILE is no setting"):
        load()


def test_every_mistake_with_secrets_and_settings_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{NAME}_FILE", "/no/such")
    monkeypatch.setenv("ASKLING_LOG_LEVEL", "loud")
    with pytest.raises(SettingsMistake, match=r"(?s)/no/such.*ASKLING_LOG_LEVEL"):
        load()


@pytest.mark.usefixtures("somebody_else")
def test_a_file_of_settings_that_is_closed_to_us_is_told_and_a_closed_folder_holds_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with TemporaryDirectory() as folder:
        monkeypatch.chdir(folder)
        file = Path(folder) / ".env"
        file.write_text("ASKLING_OPEN_HOURS=3\n")
        assert load().open_hours == 3
        file.chmod(0)
        with pytest.raises(SettingsMistake, match=r"\.env cannot be read by uid"):
            load()
        Path(folder).chmod(0)
        assert load().open_hours == 24
        Path(folder).chmod(0o700)
