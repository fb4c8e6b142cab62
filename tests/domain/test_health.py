"""Whether all is well: every finding, the line that it makes, and whether something must be done."""

from datetime import timedelta

import pytest

from bot.domain.health import (
    AtTelegram,
    AtWork,
    Check,
    Key,
    OnDisk,
    Reader,
    Tables,
    Token,
    at_telegram,
    at_work,
    clock,
    disk,
    on_disk,
)

FINE = OnDisk("/shop/data", key=Key.GOOD, tables=Tables.GOOD, owners=1, free_bytes=10 << 30)
MB = 1 << 20


def bad(checks: list[Check]) -> list[str]:
    return [check.key for check in checks if not check.good]


@pytest.mark.parametrize(
    ("seen", "wrong"),
    [
        (AtTelegram("x", Token.GOOD, "bot", timedelta(0), Reader.NOBODY), []),
        (AtTelegram("x", Token.GOOD, "bot", timedelta(0), Reader.OURSELVES), []),
        (AtTelegram("x", Token.GOOD, "bot", None, None), []),
        (AtTelegram("x", Token.MISSING), ["settings-missing"]),
        (AtTelegram("x"), ["health-telegram-away"]),
        (AtTelegram("x", Token.REFUSED, clock_ahead=timedelta(0)), ["console-token-refused"]),
        (AtTelegram("x", Token.REFUSED, clock_ahead=timedelta(hours=9)), ["health-clock-off", "console-token-refused"]),
        (AtTelegram("x", Token.GOOD, "bot", timedelta(minutes=-2), Reader.NOBODY), ["health-clock-off"]),
        (AtTelegram("x", Token.GOOD, "bot", None, Reader.ANOTHER), ["console-another-poller"]),
        (AtTelegram("x", Token.GOOD, "bot", None, Reader.WEBHOOK, "host"), ["health-reader-webhook"]),
    ],
)
def test_what_telegram_says(seen: AtTelegram, wrong: list[str]) -> None:
    assert bad(list(at_telegram(seen))) == wrong


@pytest.mark.parametrize(
    ("seen", "wrong"),
    [
        (FINE, []),
        (OnDisk("/x", key=Key.TO_BE_MADE, tables=Tables.TO_BE_MADE, owners=2), []),
        (OnDisk("/x", writable=False), ["health-folder-closed"]),
        (OnDisk("/x", key=Key.MISSING), ["console-key-missing"]),
        (OnDisk("/x", key=Key.WRONG), ["console-key-wrong"]),
        (OnDisk("/x", key=Key.MALFORMED), ["console-key-malformed"]),
        (OnDisk("/x", tables=Tables.OLD), ["health-database-old"]),
        (OnDisk("/x", tables=Tables.NEWER), ["console-database-newer"]),
        (OnDisk("/x", tables=Tables.CLOSED), ["health-database-closed"]),
        (OnDisk("/x", owners=0), ["health-owner-none"]),
        (OnDisk("/x", held=True), ["health-held"]),
        (OnDisk("/x", free_bytes=100 * MB), ["health-disk-full"]),
    ],
)
def test_what_lies_on_the_disk(seen: OnDisk, wrong: list[str]) -> None:
    assert bad(list(on_disk(seen))) == wrong


@pytest.mark.parametrize(
    ("seen", "wrong"),
    [
        (AtWork(), []),
        (AtWork(silent_for=timedelta(minutes=5), waiting=3, waiting_for=timedelta(minutes=10)), []),
        (AtWork(silent_for=timedelta(minutes=6)), ["health-silent"]),
        (AtWork(clock_ahead=timedelta(minutes=2)), ["health-clock-off"]),
        (AtWork(waiting=3, waiting_for=timedelta(minutes=11)), ["health-waiting-late"]),
        (AtWork(aside=1, uncertain=2), ["health-aside", "health-uncertain"]),
        (AtWork(backup_age=timedelta(days=2)), []),
        (AtWork(backup_age=timedelta(days=3)), ["health-backup-old"]),
        (AtWork(held=True), ["health-held"]),
        (AtWork(free_bytes=199 * MB), ["health-disk-full"]),
    ],
)
def test_what_a_running_assistant_knows(seen: AtWork, wrong: list[str]) -> None:
    assert bad(list(at_work(seen))) == wrong


@pytest.mark.parametrize(("seconds", "good"), [(0, True), (60, True), (-60, True), (61, False), (-61, False)])
def test_a_clock_may_be_a_minute_off(seconds: int, good: bool) -> None:
    check = clock(timedelta(seconds=seconds))

    assert check.good is good
    assert good or check.facts == {"seconds": abs(seconds), "ahead": seconds > 0}


@pytest.mark.parametrize(
    ("free", "database", "good"),
    [(200 * MB, 0, True), (199 * MB, 0, False), (900 * MB, 300 * MB, True), (899 * MB, 300 * MB, False)],
)
def test_a_backup_and_the_copy_before_a_climb_must_find_room(free: int, database: int, good: bool) -> None:
    assert disk(free, database).good is good
