"""The law of Chat, kept by the real room on a loopback Discord."""

import pytest

from bot.chats.discord import DiscordChat
from bot.testing.chat_contract import LastingChatContract
from tests.chats.discord.stand import Stand


class TestDiscordChat(LastingChatContract):
    @pytest.fixture
    def platform(self, stand: Stand, request: pytest.FixtureRequest) -> Stand:
        request.instance.place = stand.place
        request.instance.address = stand.somebody("Ada")
        return stand

    @pytest.fixture
    def chat(self, platform: Stand) -> DiscordChat:
        return platform.chat()
