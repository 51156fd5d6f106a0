import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.containers.engine import DOCKERS_SECCOMP, Engine, cache
from tests.containers.site import Site

IMAGE = "localhost/askling:local"
NEEDED = ("podman", "runc", "conmon", "catatonit", "nsenter", "ip", "mmdebstrap")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them build and start containers."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.containers)


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if os.geteuid() != 0 or missing or not DOCKERS_SECCOMP.exists():
        pytest.skip(f"needs root and {', '.join(missing) or 'Docker’s seccomp profile'}: see `make test-containers`")
    network = f"askling-{secrets.token_hex(4)}"
    subprocess.run(["ip", "netns", "add", network], check=True)
    subprocess.run(["ip", "-n", network, "link", "set", "lo", "up"], check=True)
    yield Engine(cache(), network)
    subprocess.run(["ip", "netns", "delete", network], check=False)


@pytest.fixture(scope="session")
def image(engine: Engine) -> str:
    """The real Dockerfile, built."""
    engine.build(IMAGE, engine.base_images())
    return IMAGE


@pytest.fixture(scope="module")
def site(engine: Engine, image: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real docker-compose.yml, deployed and not yet started."""
    assert image
    one = Site(engine, tmp_path_factory.mktemp("site"), f"askling-{secrets.token_hex(4)}")
    yield one
    one.remove()
