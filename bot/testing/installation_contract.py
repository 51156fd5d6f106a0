"""The law of Installations as tests."""

from dataclasses import replace

from bot.core.installations import Installation, Installations

_TOKEN = "a-token"  # noqa: S105 - of nobody
ONE = Installation(chat="slack", workspace="T1", name="Study", token=_TOKEN, user="U1", bot="B1")


class InstallationContract:
    """Every store keeps installations like this."""

    async def test_an_installation_is_found_by_its_workspace(self, store: Installations) -> None:
        other = replace(ONE, workspace="T2", token=ONE.token[::-1])
        await store.install(ONE)
        await store.install(other)
        assert await store.installation("slack", "T1") == ONE
        assert await store.installation("slack", "T2") == other
        assert await store.installation("slack", "T3") is None
        assert await store.installation("discord", "T1") is None

    async def test_installing_again_replaces_the_token(self, store: Installations) -> None:
        await store.install(ONE)
        again = replace(ONE, token=f"{ONE.token}-again", name="Study hall")
        await store.install(again)
        assert await store.installation("slack", "T1") == again

    async def test_what_was_uninstalled_is_forgotten(self, store: Installations) -> None:
        await store.install(ONE)
        for _ in range(2):
            await store.uninstall("slack", "T1")
        assert await store.installation("slack", "T1") is None

    def test_no_log_line_shows_a_token(self) -> None:
        assert ONE.token not in repr(ONE)
