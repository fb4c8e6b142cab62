"""Opening the shop for a command: its settings, its database, and the place at its head."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from bot import logs
from bot.actions.shop import current_shop
from bot.app import shop_of
from bot.cli_said import fail, say
from bot.clock import SystemClock
from bot.config import Settings, SettingsProblem
from bot.domain.shop import Shop
from storage.key_check import database_has_data
from storage.leader import Leader, leader_for
from storage.migrate import revision_of, revisions
from storage.opening import Opened, open_shop_database


def load_settings() -> Settings:
    """The settings of the environment, by which the log is kept from here on; a wrong one is said and all is over."""
    try:
        settings = Settings.load()
    except SettingsProblem as problem:
        fail("ko", problem.key, **problem.facts)
    logs.configure(settings.log_level, settings.secrets())
    return settings


@contextmanager
def leading(settings: Settings) -> Iterator[Leader]:
    """Nobody else runs this shop while the block runs. Raises AlreadyRunning."""
    leader = leader_for(address_of(settings))
    leader.acquire(time.monotonic())
    try:
        yield leader
    finally:
        leader.release()


@contextmanager
def open_shop(settings: Settings) -> Iterator[Opened]:
    """The shop's database, closed in the end; a key that was just made is told of at once."""
    opened = open_shop_database(
        address_of(settings),
        data_key=data_key_of(settings),
        key_file=settings.data_key_file,
        now=SystemClock().now(),
    )
    try:
        if opened.key_is_new:
            say(settings, "console-key-made", file=str(settings.data_key_file))
        yield opened
    finally:
        opened.database.close()


@contextmanager
def open_beside(settings: Settings) -> Iterator[Opened]:
    """The shop's database while `run` may be at work on it: only new tables must not be laid by two at a time."""
    if revision_of(address_of(settings)) != revisions()[-1]:
        with leading(settings), open_shop(settings):
            pass
    with open_shop(settings) as opened:
        yield opened


@contextmanager
def existing_shop(settings: Settings) -> Iterator[Opened]:
    """The same, for what makes no sense without a shop: in a wrong folder, no new one is begun."""
    if not database_has_data(address_of(settings)):
        fail(settings.shop_language, "console-nothing-here")
    with open_beside(settings) as opened:
        yield opened


def shop_as_set(settings: Settings) -> Shop:
    """The shop as its owner has set it in chat, or as the environment has it before there is a database."""
    configured = shop_of(settings)
    if not database_has_data(address_of(settings)):
        return configured
    with open_beside(settings) as opened, opened.database.reading() as session:
        return current_shop(session, opened.database.vault, configured)


def address_of(settings: Settings) -> str:
    """The database's address in the clear."""
    return settings.database_url.get_secret_value()


def data_key_of(settings: Settings) -> str:
    """The key as it was given in the environment; empty where it is in a file."""
    return settings.data_key.get_secret_value() if settings.data_key else ""
