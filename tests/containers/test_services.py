"""docker-compose.yml as it is shipped, started for real: what the services may not do, and what outlives them."""

import json
import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clocks import SystemClock
from tests.containers.site import Site

QUESTION = "fair-shares"
RIGHTLY = "✓ "
JUDGE = "/run/askling/judge.sock"
RIGHT = """\
{who}> answer
```python
{first}
def fair_shares(cents, people):
    if people < 1:
        raise ValueError(people)
    share, left_over = divmod(cents, people)
    return [share + 1] * left_over + [share] * (people - left_over)
```
"""
ABOUT_THE_PROCESS = """
import json
status = dict(line.split(':\\t', 1) for line in open('/proc/self/status').read().splitlines() if ':\\t' in line)
print(json.dumps(status))
"""
ATTEMPTS = """
import json, os, ctypes, subprocess
libc = ctypes.CDLL(None, use_errno=True)
def attempt(act):
    try:
        return act() or 'done'
    except OSError as error:
        return error.strerror
def program():
    with open('/tmp/program', 'w') as file:
        file.write('#!/bin/sh\\nexit 0\\n')
    os.chmod('/tmp/program', 0o755)
    subprocess.run(['/tmp/program'], check=True)
def unshare():
    return 'done' if libc.unshare(0x10000000) == 0 else os.strerror(ctypes.get_errno())
def fill():
    with open('/tmp/full', 'wb') as file:
        for _ in range(200):
            file.write(bytes(1 << 20))
told = {
    'write to the root': attempt(lambda: open('/etc/askling', 'w').close()),
    'run a program of its own': attempt(program),
    'make a user namespace': attempt(unshare),
    'fill the disk': attempt(fill),
}
try: os.remove('/tmp/full')
except OSError: pass
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def deployed(site: Site) -> Iterator[Site]:
    today = SystemClock().now().date()
    pins = ",".join(f"{today + timedelta(days=day)}:{QUESTION}" for day in range(-1, 2))
    site.set(chats="none", schedule=f"daily 00:00 UTC pin={pins}", metrics="127.0.0.1:9464")
    site.up("judge", "bot")
    yield site
    site.down()


@pytest.mark.parametrize(("service", "uid"), [("bot", "10001"), ("judge", "10002")])
def test_a_service_has_no_capability_no_root_and_a_seccomp_filter(deployed: Site, service: str, uid: str) -> None:
    status = deployed.python_in(service, ABOUT_THE_PROCESS)
    assert [status[name] for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb")] == ["0" * 16] * 4
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")
    assert status["Uid"].split() == [uid] * 4
    assert status["Gid"].split() == ["10000"] * 4


@pytest.mark.parametrize("service", ["bot", "judge"])
def test_a_service_can_change_nothing_and_make_no_namespace(deployed: Site, service: str) -> None:
    assert deployed.python_in(service, ATTEMPTS) == {
        "write to the root": "Read-only file system",
        "run a program of its own": "Permission denied",
        "make a user namespace": "Operation not permitted",
        "fill the disk": "No space left on device",
    }


@pytest.mark.parametrize(("service", "memory", "processes"), [("bot", 512, 128), ("judge", 1024, 512)])
def test_a_service_is_limited(deployed: Site, service: str, memory: int, processes: int) -> None:
    host = deployed.engine.inspect(deployed.name(service))["HostConfig"]
    assert host["Memory"] == memory * 1024**2
    assert host["PidsLimit"] == processes
    assert host["NanoCpus"] > 0
    assert (host["Privileged"], host["ReadonlyRootfs"], host["CapAdd"]) == (False, True, [])


def test_the_judge_has_no_network_no_secret_and_no_data(deployed: Site) -> None:
    told = deployed.python_in(
        "judge",
        "import json, os, socket\n"
        "print(json.dumps([sorted(name for _, name in socket.if_nameindex()), sorted(os.environ)]))",
    )
    interfaces, environment = told
    assert interfaces == ["lo"]
    assert [name for name in environment if re.search("TOKEN|SECRET|METRICS|CHATS", name)] == []
    mounts = deployed.engine.inspect(deployed.name("judge"))["Mounts"]
    assert [mount["Destination"] for mount in mounts if mount["Type"] != "tmpfs"] == ["/run/askling"]


def test_the_doctor_finds_nothing_to_mend_and_tells_the_level(deployed: Site) -> None:
    findings = {one["name"]: one for one in json.loads(deployed.run_in("bot", "askling", "doctor", "--json"))}
    assert [one for one in findings.values() if not one["held"]] == []
    expected = "landlock" if "landlock files" in findings else "floor"
    assert findings["sandbox level"]["detail"] == f"{expected}; asked for: floor"
    assert findings["bot"]["detail"] == "running, and well"
    if expected == "landlock":
        assert findings["scratch folder"]["detail"] == "scratch slots: 4"
        assert "landlock; scratch slots: 4" in deployed.run_in("judge", "askling", "health", "--judge", JUDGE)


def test_its_pages_are_on_the_loopback_of_the_container(deployed: Site) -> None:
    code = (
        "import json, urllib.request as u\n"
        "print(json.dumps([u.urlopen('http://127.0.0.1:9464/' + page).read().decode()"
        " for page in ('healthz', 'readyz', 'metrics')]))"
    )
    alive, ready, metrics = deployed.python_in("bot", code)
    assert (alive, ready) == ("ok", "ok")
    assert "askling_heartbeat_timestamp_seconds" in metrics
    assert deployed.engine.inspect(deployed.name("bot"))["HostConfig"]["PortBindings"] in ({}, None)


def test_the_log_is_json_with_known_events(deployed: Site) -> None:
    lines = deployed.engine.podman("logs", deployed.name("judge"))
    events = [json.loads(line)["event"] for line in (lines.stdout + lines.stderr).splitlines() if line.startswith("{")]
    assert "judge.serving" in events


def test_an_answer_travels_through_both_services_and_its_points_outlive_the_containers(deployed: Site) -> None:
    assert deployed.stop("bot") == 0
    said = deployed.converse(RIGHT.format(who="ada", first="") + "ada> board\n")
    assert RIGHTLY in said
    points = re.search(r"1\. ada +\d+", said)
    assert points
    deployed.down()
    deployed.up("judge", "bot")
    deployed.stop("bot")
    assert points[0] in deployed.converse("ada> board\n")
    deployed.start("bot")


def test_a_judge_killed_in_the_middle_of_a_snippet_loses_nothing(deployed: Site) -> None:
    deployed.stop("bot")
    answers = RIGHT.format(who="ben", first="import time; time.sleep(0.2)")  # once for each of ten cases
    said: list[str] = []
    talking = threading.Thread(target=lambda: said.append(deployed.converse(answers)))
    talking.start()
    judge = deployed.host_pid("judge")
    wait_for_a_sleeper(judge)
    os.kill(judge, signal.SIGKILL)
    deployed.wait_until_well("judge")  # restarted by the engine
    talking.join(60)
    assert RIGHTLY in "".join(said)
    assert deployed.host_pid("judge") != judge
    deployed.start("bot")


def wait_for_a_sleeper(pid: int) -> None:
    """Until a process below `pid` is in clock_nanosleep: a learner's code is running."""
    for _ in range(200_000):
        for process in below(pid):
            try:
                call = Path(f"/proc/{process}/syscall").read_text().split()[0]
                program = Path(f"/proc/{process}/comm").read_text()
            except (OSError, IndexError):
                continue
            if call == str(SLEEP) and "catatonit" not in program:
                return
    raise AssertionError("no snippet was ever running")


SLEEP = {"x86_64": 230, "aarch64": 115}[os.uname().machine]


def below(pid: int) -> list[int]:
    """Its children, and theirs."""
    try:
        children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return children + [one for child in children for one in below(child)]


def test_a_bot_killed_at_any_time_comes_back_with_everything(deployed: Site) -> None:
    deployed.kill("bot")
    deployed.start("bot")
    assert deployed.stop("bot") == 0
    assert re.search(r"ada +\d+", deployed.converse("ada> board\n"))
    deployed.start("bot")


def test_both_end_well_when_they_are_told_to_stop(deployed: Site) -> None:
    assert (deployed.stop("bot"), deployed.stop("judge", 15)) == (0, 0)
    deployed.start("judge")
    deployed.start("bot")


def test_a_secret_of_roots_alone_is_told_with_its_mending_and_a_mended_one_is_read(deployed: Site) -> None:
    secrets = deployed.folder / "secrets"
    secrets.mkdir()
    for name in ("askling_discord_token", "askling_slack_bot_token", "askling_slack_app_token"):
        (secrets / name).write_text("not-a-real-token\n")
        (secrets / name).chmod(0o600)
    files = ("-f", "docker-compose.yml", "-f", "deploy/docker-compose.secrets.yml")
    command = [*files, "run", "--rm", "-T", "--no-deps", "bot", "doctor"]
    told = deployed.compose(*command, check=False)
    assert "belongs to uid 0 with mode 600 and cannot be read by uid 10001" in told.stdout
    for file in secrets.iterdir():
        os.chown(file, 10001, 10001)
    told = deployed.compose(*command, check=False)
    assert "✓ ASKLING_DISCORD_TOKEN: set, and not shown" in told.stdout
    assert "not-a-real-token" not in told.stdout + told.stderr


def test_nightly_backups_are_made_proved_and_restored(deployed: Site) -> None:
    deployed.up("backup")
    (made,) = deployed.run_in("backup", "ls", "/backups").split()
    assert "can be restored" in deployed.run_in("backup", "askling", "restore", "--check", f"/backups/{made}")
    deployed.stop("bot")
    deployed.converse("eve> privacy\n")
    deployed.run_in("backup", "askling", "restore", f"/backups/{made}")
    said = deployed.converse("ada> board\n")
    assert re.search(r"ada +\d+", said)
    deployed.start("bot")


def test_nothing_is_left_of_what_ran(deployed: Site) -> None:
    listed = subprocess.run(["ps", "-eo", "uid="], capture_output=True, text=True, check=True).stdout.split()
    assert "10002" in listed  # the judge itself
    deployed.down()
    listed = subprocess.run(["ps", "-eo", "uid="], capture_output=True, text=True, check=True).stdout.split()
    assert not {"10001", "10002"} & set(listed)
