"""The hostile corpus where operators meet it: in the judge's container, behind runc and Docker's seccomp profile."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from bot.judge.pool import SPARE
from tests.containers.engine import ROOT, Engine
from tests.containers.site import Site
from tests.hostile.arena import AT_ONCE, Order
from tests.hostile.corpus import CLASSES, attacks, here, ordinary_programs
from tests.hostile.match import Match
from tests.hostile.modes import MODES
from tests.hostile.planting import DEEP, EMPTY, FULL, HIDDEN, LOOK, NAMES, WHITEOUT, WRITE

ATTACKS = [one for one in attacks() if here(one)]
MODE = MODES["container"]
PYTHON = ("--network", "none", "--entrypoint", "/app/.venv/bin/python")
SLOT = "size=1m,mode=1777,noexec,nosuid,nodev"
"""And `INODES`, which the runtime adds."""
CLOSED = (
    *("--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--read-only", "--user", "10002:10000", "--init"),
    *("--pids-limit", "512", "--memory", "1g", "--tmpfs", "/tmp:size=16m,mode=1777,noexec,nosuid,nodev"),
    *(part for number in range(AT_ONCE + SPARE) for part in ("--tmpfs", f"/scratch/{number}:{SLOT}")),
)
"""As docker-compose.yml closes the judge."""
SOCKETS, SOCKET = "/run/askling", "/run/askling/judge.sock"
_ASK = """\
import json, sys
from bot.judge import base_interpreter
print(json.dumps([str(base_interpreter()), sys.version_info[:2]]))
"""
_ARENA = "import sys; sys.path.insert(0, '/checkout'); from tests.hostile.arena import main; main()"


class Container(Match):
    """An arena inside a container that is closed as the judge's is."""

    def __init__(self, engine: Engine, image: str) -> None:
        python, version = json.loads(engine.podman("run", "--rm", *PYTHON, image, "-c", _ASK).stdout)
        self.version = (version[0], version[1])
        order = json.dumps(asdict(Order(mode=MODE.name, plan={}, python=python, version=self.version)))
        checkout = ("-v", f"{ROOT / 'tests'}:/checkout/tests:ro")
        arena = ("-B", "-X", "utf8", "-c", _ARENA, order)
        command = engine.inside("podman", "run", "-i", "--rm", *CLOSED, *checkout, *PYTHON, image, *arena)
        self._open(MODE, command, {}, engine.environment)


@pytest.fixture(scope="module")
def match(engine: Engine, image: str) -> Iterator[Container]:
    one = Container(engine, image)
    yield one
    one.close()


def test_the_judge_stands_in_it(match: Container) -> None:
    assert match.refused == ""
    assert {"seccomp", "no new privileges", "limits"} <= set(match.opening["layers"])
    assert "mount namespace" not in match.opening["layers"]
    if "landlock files" in match.opening["layers"]:
        assert f"scratch slots: {AT_ONCE + SPARE}" in match.opening["layers"]


@pytest.mark.parametrize("kind", CLASSES)
def test_a_class_of_attacks_is_contained_in_the_container(match: Container, kind: str) -> None:
    names = [one.name for one in ATTACKS if one.kind == kind]
    results = match.results(names)
    wrong = {name: results.get(name, {"problems": ["the arena died"]}) for name in names}
    assert {name: told for name, told in wrong.items() if told["problems"]} == {}


def test_ordinary_programs_work_in_the_container(match: Container) -> None:
    names = [one.name for one in ordinary_programs() if one.since <= match.version]
    results = match.results(names)
    wrong = {name: results.get(name, {"problems": ["the arena died"]})["problems"] for name in names}
    assert {name: problems for name, problems in wrong.items() if problems} == {}


def test_no_learner_finds_anything_of_an_earlier_one_in_their_scratch_folder(site: Site) -> None:
    """Through the compose file's judge: what is planted goes round all slots, and so does who looks."""
    site.set(chats="none")
    site.up("judge", "bot")
    plants = [HIDDEN, DEEP, FULL, NAMES, WHITEOUT, WRITE]
    codes = [code for plant in plants * 4 for code in (plant, LOOK + WRITE)]
    told = batch(site, [{"id": str(at), "code": code} for at, code in enumerate(codes)])
    assert len(told) == len(codes)
    assert {row["stdout"] for row in told[1::2]} == {EMPTY + "written\n"}
    site.wait_until_well("judge")
    logs = site.engine.podman("logs", site.name("judge"))
    assert "zygote_died" not in logs.stdout + logs.stderr


def test_no_process_is_left_in_the_container(match: Container) -> None:
    assert match.close()["left"] == {}


def test_the_judge_of_the_compose_file_outlives_every_attack(site: Site) -> None:
    """All at once through the real socket, as many learners would; each ends in a row, and the next one is judged."""
    site.set(chats="none")
    site.up("judge", "bot")
    rows = [{"id": one.name, "code": aimed(one.source), "calls": [call for call, _ in one.probes]} for one in ATTACKS]
    rows.append({"id": "honest", "code": "print(6 * 7)"})
    told = batch(site, rows)
    assert [row["id"] for row in told] == [row["id"] for row in rows]
    known = {one.name for one in ATTACKS if MODE.name in one.succeeds_in}
    breached = [row["id"] for row in told if "BREACH" in row["stdout"].splitlines() and row["id"] not in known]
    assert breached == []
    assert told[-1]["stdout"] == "42\n"
    site.wait_until_well("judge")
    assert site.engine.inspect(site.name("judge"))["RestartCount"] == 0


def aimed(source: str) -> str:
    """At the one folder of the judge's container that learners' uid may write to by its modes."""
    return source.replace("@FOLDER@", SOCKETS).replace("@SECRET@", SOCKET).replace("@DATABASE@", SOCKET)


def batch(site: Site, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows through the socket of the judge that runs, and what came of each."""
    site.run_in("bot", "sh", "-c", "cat > /tmp/rows.jsonl", typed="\n".join(map(json.dumps, rows)))
    said = site.run_in("bot", "askling", "judge", "--batch", "/tmp/rows.jsonl", "--json")
    return [json.loads(line) for line in said.split("\n") if line]
