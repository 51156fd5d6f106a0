"""What an operator deploys is well-formed, and as closed as its page says."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import Settings
from bot.judge import Plan
from bot.judge.pool import SPARE
from tests.hostile.slots import OPTIONS

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
RULES = "{extends: default, rules: {line-length: {max: 120}, document-start: disable, braces: {max-spaces-inside: 1}}}"


def passes(tool: str, *arguments: str | Path) -> None:
    found = shutil.which(tool, path=str(Path(sys.executable).parent)) or shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed here")
    done = subprocess.run([found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_compose_file_keeps_the_compose_specification() -> None:
    secrets = ROOT / "deploy/docker-compose.secrets.yml"
    passes("check-jsonschema", "--builtin-schema", "vendor.compose-spec", COMPOSE, secrets)


def test_the_dockerfile_is_clean() -> None:
    passes("hadolint", "Dockerfile")


@pytest.mark.parametrize(
    "file", [COMPOSE, *sorted((ROOT / "deploy").glob("*.y*ml"))], ids=lambda file: str(file.relative_to(ROOT))
)
def test_yaml_is_clean(file: Path) -> None:
    passes("yamllint", "--strict", "-d", RULES, file)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_as_closed_as_the_page_says(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is True
    assert service["init"] is True
    assert re.fullmatch(r"1000\d:10000", service["user"])
    assert {"pids_limit", "mem_limit", "cpus", "stop_grace_period", "healthcheck", "logging"} <= service.keys()
    assert all("noexec" in mount and "size=" in mount for mount in service["tmpfs"])
    assert not {"privileged", "cap_add", "devices", "ports", "pid", "ipc"} & service.keys()
    assert all(re.match(r"(data|socket|backups):/", volume) for volume in service["volumes"])


def test_learners_code_runs_without_a_network_a_secret_or_the_database_and_as_somebody_else() -> None:
    judge, bot = SERVICES["judge"], SERVICES["bot"]
    assert judge["network_mode"] == "none"
    assert judge["volumes"] == ["socket:/run/askling"]
    assert not {"env_file", "secrets"} & judge.keys()
    assert not [name for name in judge["environment"] if "TOKEN" in name or "DATABASE" in name]
    assert judge["user"] != bot["user"]


def test_learners_code_has_scratch_slots_for_two_zygotes_each_small_and_closed() -> None:
    at_once = Settings.model_fields["judge_at_once"].default
    mounts = [mount.split(":") for mount in SERVICES["judge"]["tmpfs"]]
    told = [(path, options) for path, options in mounts if path != "/tmp"]  # noqa: S108
    closed = f"{OPTIONS},noexec,nosuid,nodev"
    assert told == [(f"{Plan().scratch}/{number}", closed) for number in range(2 * (at_once + SPARE))]


def test_the_bot_is_killed_only_after_its_own_grace_has_ended() -> None:
    grace = int(SERVICES["bot"]["stop_grace_period"].removesuffix("s"))
    assert grace > Settings.model_fields["grace_seconds"].default


def test_the_image_is_built_from_locks_with_hashes_and_without_addresses_that_hold_what_the_tests_hold() -> None:
    known = pins(ROOT / "requirements.lock")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    run = pins(ROOT / "deploy/run.lock")
    assert {re.split(r"[>=\[]", one)[0].lower().replace(".", "-") for one in wanted} <= run.keys()
    assert run.items() <= known.items()
    for lock in (ROOT / "deploy").glob("*.lock"):
        text = lock.read_text("utf-8")
        assert "://" not in text
        assert all("--hash=sha256:" in entry for entry in re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:])


def pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE))
