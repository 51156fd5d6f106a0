"""A place where the real docker-compose.yml is deployed, as an operator would."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.containers.engine import INODES, ROOT, Engine

SERVICES = ("judge", "bot", "backup")


class Site:
    """The services of one deployment.

    Args:
        engine: what runs them.
        folder: where `.env` lies.
        project: the name in front of containers and volumes.
    """

    def __init__(self, engine: Engine, folder: Path, project: str) -> None:
        self.engine, self.folder, self.project = engine, folder, project
        for file in ("docker-compose.yml", ".env.example", "deploy/docker-compose.secrets.yml"):
            (folder / file).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / file, folder / file)
        compose = folder / "docker-compose.yml"
        compose.write_text(compose.read_text().replace(f"{INODES},", ""))  # see there
        shutil.copy(folder / ".env.example", folder / ".env")

    def set(self, **settings: str) -> None:
        """Edit `.env`."""
        with (self.folder / ".env").open("a") as file:
            file.writelines(f"ASKLING_{name.upper()}={value}\n" for name, value in settings.items())

    def name(self, service: str) -> str:
        """Of a service's container."""
        return f"{self.project}_{service}_1"

    def compose(self, *arguments: str, check: bool = True, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """`docker compose …`."""
        return self.engine.compose(self.folder, self.project, *arguments, check=check, typed=typed)

    def up(self, *services: str) -> None:
        """`docker compose up -d`, and wait until they are well."""
        profile = ("--profile", "backup") if "backup" in services else ()
        self.compose(*profile, "up", "-d", "--no-build", *services)
        for service in services:
            self.wait_until_well(service)

    def down(self) -> None:
        """`docker compose down`; volumes stay."""
        self.compose("--profile", "backup", "down", "-t", "40", check=False)

    def remove(self) -> None:
        """Everything, data too."""
        self.down()
        for service in SERVICES:
            self.engine.podman("rm", "-f", "-t", "0", self.name(service), check=False)
        self.engine.podman("pod", "rm", "-f", f"pod_{self.project}", check=False)
        for volume in ("data", "socket", "backups"):
            self.engine.podman("volume", "rm", "-f", f"{self.project}_{volume}", check=False)

    def wait_until_well(self, service: str) -> None:
        """Ask its own health check until it is content; nothing runs it here by itself."""
        for _ in range(120):
            if self.engine.podman("healthcheck", "run", self.name(service), check=False).returncode == 0:
                return
        logs = self.engine.podman("logs", self.name(service), check=False)
        raise AssertionError(f"{service} is not well:\n{logs.stdout}{logs.stderr}"[-4000:])

    def run_in(self, service: str, *command: str, check: bool = True, typed: str = "") -> str:
        """What a command in a running container prints."""
        return self.engine.podman("exec", "-i", self.name(service), *command, check=check, typed=typed).stdout

    def python_in(self, service: str, code: str) -> Any:  # noqa: ANN401 - any JSON
        """What Python code in a running container prints, as JSON."""
        return json.loads(self.run_in(service, "/app/.venv/bin/python", "-c", code))

    def converse(self, lines: str) -> str:
        """A conversation in the console, in a container of its own with the bot's database; the bot is stopped."""
        command = ["run", "--rm", "-T", "--no-deps", "-e", "ASKLING_CHATS=console", "bot", "run"]
        return self.compose(*command, typed=lines).stdout

    def host_pid(self, service: str) -> int:
        """Of a container's first process, as the host counts."""
        return int(self.engine.inspect(self.name(service))["State"]["Pid"])

    def stop(self, service: str, seconds: int = 30) -> int:
        """`docker compose stop`; its exit code."""
        self.engine.podman("stop", "-t", str(seconds), self.name(service))
        return int(self.engine.inspect(self.name(service))["State"]["ExitCode"])

    def start(self, service: str) -> None:
        """Start what was stopped or killed."""
        self.engine.podman("start", self.name(service))
        self.wait_until_well(service)

    def kill(self, service: str) -> None:
        """As a power cut would."""
        self.engine.podman("kill", "-s", "KILL", self.name(service))
        self.engine.podman("wait", self.name(service))
