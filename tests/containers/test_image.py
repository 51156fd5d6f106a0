"""The image: small, nobody's root, and without what a running bot does not need."""

import json

import pytest

from tests.containers.engine import Engine


@pytest.fixture(scope="module")
def config(engine: Engine, image: str) -> dict[str, object]:
    told: list[dict[str, dict[str, object]]] = json.loads(engine.podman("image", "inspect", image).stdout)
    return {**told[0]["Config"], "Healthcheck": told[0]["Healthcheck"]}


def told_by_python(engine: Engine, image: str, code: str, *options: str) -> object:
    python = ("--entrypoint", "/app/.venv/bin/python", image, "-c", code)
    return json.loads(engine.podman("run", "--rm", "--network", "none", *options, *python).stdout)


def test_it_starts_the_bot_as_an_ordinary_user_and_checks_its_health(config: dict[str, object]) -> None:
    assert config["User"] == "10001:10000"
    assert (config["Entrypoint"], config["Cmd"]) == (["askling"], ["run"])
    health = config["Healthcheck"]
    assert isinstance(health, dict)
    assert health["Test"] == ["CMD", "askling", "health"]


def test_it_holds_the_bot_and_no_tool_to_build_or_test_it(engine: Engine, image: str) -> None:
    code = "import json, importlib.metadata as m; print(json.dumps([d.name.lower() for d in m.distributions()]))"
    found = told_by_python(engine, image, code)
    assert isinstance(found, list)
    installed = {name.replace("_", "-") for name in found}
    assert {"askling", "discord.py", "slack-bolt"} <= installed
    assert not {"pytest", "mypy", "hatchling", "pip", "uv"} & installed


def test_it_adds_little_to_the_python_it_is_built_on(engine: Engine, image: str) -> None:
    built, base = (
        json.loads(engine.podman("image", "inspect", name).stdout)[0]["Size"]
        for name in (image, engine.base_images()["PYTHON_IMAGE"])
    )
    assert built - base < 250 * 1024**2


def test_nothing_in_it_is_writable_to_the_bot_but_its_folders(engine: Engine, image: str) -> None:
    code = (
        "import os, json; print(json.dumps([p for p, _, _ in os.walk('/') if os.access(p, os.W_OK)"
        " and not p.startswith(('/proc', '/sys', '/dev'))]))"
    )
    writable = told_by_python(engine, image, code)
    assert isinstance(writable, list)
    assert {"/backups", "/data", "/run/askling"} <= set(writable)
    assert set(writable) <= {"/backups", "/data", "/run/askling", "/run/lock", "/tmp", "/var/tmp"}


def test_several_pythons_can_judge(engine: Engine, image: str) -> None:
    if len(set(engine.base_images().values())) < 2:
        pytest.skip("no second Python is on this machine to stand in for python:3.N-slim")
    judge = "askling judge --raw --json a.py --python"
    source = "echo 'import sys; print(sys.version_info[:2])' > a.py"
    done = engine.podman(
        *("run", "--rm", "--network", "none", "-e", "ASKLING_JUDGE_PYTHONS=true", "--entrypoint", "sh", image),
        *("-c", f"cd /tmp && {source} && {judge} 3.11 && {judge} 3.12"),
    )
    assert [json.loads(line)["stdout"] for line in done.stdout.splitlines()] == ["(3, 11)\n", "(3, 12)\n"]
