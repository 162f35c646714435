"""A keyring that keeps in memory what it is given, for tests."""

from __future__ import annotations

from typing import ClassVar

from keyring.backend import KeyringBackend


class KeyringInMemory(KeyringBackend):
    priority = 1
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username))
