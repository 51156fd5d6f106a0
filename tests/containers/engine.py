"""A container engine for tests: podman and runc, set up to refuse what Docker refuses.

podman's own seccomp profile lets a container make user namespaces, which Docker's does not: a test with it would lie
about Docker. So Docker's own profile is used, from Debian's package of its source.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.judge import base_interpreter, interpreters

ROOT = Path(__file__).parents[2]
DOCKERS_SECCOMP = Path("/usr/share/gocode/src/github.com/docker/docker/profiles/seccomp/default.json")
COMPOSE = Path(sys.executable).with_name("podman-compose")
STANDIN = "localhost/askling-python"
OTHERS = ("3.12", "3.14")
CERTIFICATES = "/etc/ssl/certs"
WITHOUT_AN_ENGINE = ("--network", "host", "--isolation", "chroot", "-v", f"{CERTIFICATES}:{CERTIFICATES}:ro")
_CONTAINERS = """\
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
seccomp_profile = "{seccomp}"
log_driver = "k8s-file"
[engine]
runtime = "askling-runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[engine.runtimes]
askling-runc = ["{runtime}"]
[network]
network_backend = "netavark"
"""
_RUNTIME = """\
#!{python} -IS
import json, os, sys
if "create" in sys.argv and "--bundle" in sys.argv:
    path = os.path.join(sys.argv[sys.argv.index("--bundle") + 1], "config.json")
    with open(path) as file:
        config = json.load(file)
    for mount in config["mounts"]:
        if mount["destination"].startswith("/scratch/"):
            mount["options"].append("{inodes}")
    with open(path, "w") as file:
        json.dump(config, file)
os.execvp("runc", ["runc", *sys.argv[1:]])
"""
INODES = "nr_inodes=64"
"""Of a tmpfs. Docker takes this option; podman 4.3 refuses it and knows the others, so its runtime puts it back."""
_STORAGE = """\
[storage]
driver = "{driver}"
graphroot = "{folder}/storage"
runroot = "{folder}/run"
"""


def cache() -> Path:
    """Where images stay between two runs of the tests."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "askling-containers"


class Engine:
    """Runs podman with its own storage and configuration, in a network namespace of its own.

    Args:
        folder: for storage and configuration.
        network: the name of a network namespace that there is.
    """

    def __init__(self, folder: Path, network: str) -> None:
        self._folder, self._network = folder, network
        folder.mkdir(parents=True, exist_ok=True)
        driver = "overlay" if Path("/proc/filesystems").read_text().find("overlay") >= 0 else "vfs"
        runtime = folder / "askling-runc"
        runtime.write_text(_RUNTIME.format(python=base_interpreter(), inodes=INODES))
        runtime.chmod(0o755)
        (folder / "containers.conf").write_text(_CONTAINERS.format(seccomp=DOCKERS_SECCOMP, runtime=runtime))
        (folder / "storage.conf").write_text(_STORAGE.format(driver=driver, folder=folder))
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "CONTAINERS_CONF": str(folder / "containers.conf"),
            "CONTAINERS_STORAGE_CONF": str(folder / "storage.conf"),
        }

    def inside(self, *command: str | Path) -> list[str]:
        """A command line that runs in the network namespace of the containers."""
        return ["nsenter", f"--net=/run/netns/{self._network}", *map(str, command)]

    def podman(self, *arguments: str | Path, check: bool = True, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """One podman command, to its end."""
        return self._run(self.inside("podman", *arguments), check=check, typed=typed)

    def compose(
        self, site: Path, project: str, *arguments: str, check: bool = True, typed: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """One podman-compose command, to its end."""
        return self._run(self.inside(COMPOSE, "-p", project, *arguments), check=check, typed=typed, cwd=site)

    def has(self, image: str) -> bool:
        """Whether an image is there."""
        return self.podman("image", "exists", image, check=False).returncode == 0

    def inspect(self, name: str) -> dict[str, Any]:
        """All that is known of a container."""
        told: list[dict[str, Any]] = json.loads(self.podman("container", "inspect", name).stdout)
        return told[0]

    def build(self, tag: str, arguments: Mapping[str, str]) -> None:
        """The repository's own Dockerfile. No engine runs, so the steps run in a chroot, on the host's network."""
        given = [part for name, value in arguments.items() for part in ("--build-arg", f"{name}={value}")]
        self._run(
            ["podman", "build", "--format", "docker", *WITHOUT_AN_ENGINE, *given, "-t", tag, "."],
            cwd=ROOT,
        )

    def base_images(self) -> dict[str, str]:
        """Stand-ins for Docker Hub's python images, as arguments of the Dockerfile: Debian's Python, and those found.

        `ASKLING_TEST_PYTHON_IMAGE` names a real one instead, where a registry can be reached.
        """
        if real := os.environ.get("ASKLING_TEST_PYTHON_IMAGE"):
            return {"PYTHON_IMAGE": real}
        main = f"{STANDIN}:debian"
        if not self.has(main):
            self._debian(main)
        found = {f"{major}.{minor}": python for (major, minor), python in interpreters().items()}
        given = {"PYTHON_IMAGE": main, "PYTHON_311": main}
        for version in OTHERS:
            argument = f"PYTHON_{version.replace('.', '')}"
            given[argument] = self._bare(version, found[version]) if version in found else main
        return given

    def _debian(self, tag: str) -> None:
        tar = self._folder / "debian.tar"
        wanted = "python3,python3-venv,python-is-python3,ca-certificates,netbase,tzdata"
        self._run(["mmdebstrap", "--quiet", "--variant=apt", f"--include={wanted}", "bookworm", str(tar)])
        self._run(["podman", "import", "--quiet", str(tar), tag])
        tar.unlink()

    def _bare(self, version: str, python: Path) -> str:
        """What the Dockerfile takes of python:3.N-slim: a Python below /usr/local."""
        tag = f"{STANDIN}:{version}"
        if self.has(tag):
            return tag
        prefix, local = python.resolve().parents[1], self._folder / "bare" / "usr" / "local"
        shutil.rmtree(self._folder / "bare", ignore_errors=True)
        (local / "bin").mkdir(parents=True)
        shutil.copy(python.resolve(), local / "bin" / f"python{version}")
        left_out = shutil.ignore_patterns("__pycache__", "test", "site-packages", "config-*", "*.a")
        shutil.copytree(prefix / "lib" / f"python{version}", local / "lib" / f"python{version}", ignore=left_out)
        for shared in (prefix / "lib").glob(f"libpython{version}.so*"):
            shutil.copy(shared, local / "lib" / shared.name, follow_symlinks=False)
        tar = self._folder / "bare.tar"
        self._run(["tar", "--owner=0", "--group=0", "-cf", str(tar), "-C", str(self._folder / "bare"), "."])
        self._run(["podman", "import", "--quiet", str(tar), tag])
        return tag

    def _run(
        self, command: Sequence[str], *, check: bool = True, typed: str = "", cwd: Path | None = None
    ) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            command,
            cwd=cwd,
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=900,
        )
        if check and done.returncode:
            raise AssertionError(
                f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"[-6000:]
            )
        return done
