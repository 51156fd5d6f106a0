from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.sqlite import SQLiteStore
from bot.testing.board_contract import BoardContract
from bot.testing.correction_contract import CorrectionContract
from bot.testing.identity_contract import IdentityContract
from bot.testing.inbox_contract import InboxContract
from bot.testing.installation_contract import InstallationContract
from bot.testing.live_contract import LiveContract
from bot.testing.outbox_contract import OutboxContract
from bot.testing.place_contract import PlaceContract
from bot.testing.privacy_contract import PrivacyContract
from bot.testing.sprint_contract import SprintContract
from bot.testing.store_contract import StoreContract
from bot.testing.stores import MemoryStore
from bot.testing.study_contract import StudyContract


class EveryContract(
    StoreContract,
    BoardContract,
    CorrectionContract,
    IdentityContract,
    InboxContract,
    InstallationContract,
    OutboxContract,
    PlaceContract,
    PrivacyContract,
    SprintContract,
    LiveContract,
    StudyContract,
):
    """All that a store keeps."""


class TestMemoryStore(EveryContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()


class TestSQLiteStore(EveryContract):
    @pytest.fixture
    async def store(self, tmp_path: Path) -> AsyncIterator[SQLiteStore]:
        async with SQLiteStore.open(tmp_path / "askling.sqlite") as store:
            yield store
