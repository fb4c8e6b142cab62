"""Addresses and numbers that nobody here wrote, through what corrects a customer's details; read where they lie beside
the checkout (../shared/data/contact). None of them may be committed, so elsewhere these tests are skipped.

What they must come to is what the files say: isemail's own verdict on each address, and the patterns, lengths and ways
of writing of the table of Korean numbers.
"""

import csv
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from bot.actions import profile, profile_history
from bot.actions.profile import Changed
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor
from bot.domain.phone import PhoneKind, parse_phone
from bot.domain.refusals import Refusal
from bot.domain.shop import Shop
from bot.runtime import Runtime
from storage.database import Database
from storage.models import Customer
from tests import cast

FILES = Path(__file__).parents[3] / "shared/data/contact"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the files of others do not lie beside the checkout")

# Where isemail's verdict is not ours, on purpose. All the others must be as it says.
_NOT_AS_ISEMAIL_SAYS = {
    # A mailbox on a top-level domain alone is allowed, and in a shop always a slip.
    "test@io": None,
    " test@iana.org": "test@iana.org",  # "Folding white space" in a letter's head; here a slip of a thumb, left off.
    "test@iana.org ": "test@iana.org",
}
# One name in two alphabets: it is kept as people read it.
_SHOWN_AS = {"test@xn--hxajbheg2az3al.xn--jxalpdlp": "test@παράδειγμα.δοκιμή"}

_OLD = re.compile(r"1[16-9]\d{7,8}")  # 011 and 016-019: nobody answers there any more.
_OWN = re.compile(r"10\d{8}")  # 010 has eleven digits, and blocks are given out that no table knows yet.


def addresses() -> list[tuple[str, bool]]:
    with (FILES / "email_isemail_tests.csv").open(encoding="utf-8", newline="") as file:
        return [(json.loads(row["address_json"]), row["plain_valid"] == "1") for row in csv.DictReader(file)]


def table() -> list[dict[str, str]]:
    with (FILES / "kr_phone_libphonenumber_metadata.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kinds() -> list[dict[str, str]]:
    return [row for row in table() if row["example_national_number"]]


def ways_of_writing(number: str) -> Iterator[str]:
    """A number without its 0, as the table and people write it; numbers of eight digits for all Korea have no 0."""
    zero = "" if len(number) == 8 and number.startswith("1") else "0"
    yield zero + number
    yield f"+82{number}"
    yield f"82-{number}"
    for row in table():
        pattern, (form, _, leading) = row["pattern"], row["possible_lengths_or_format"].partition(" | leading ")
        if row["kind"] == "number_format" and re.match(f"(?:{leading.split(';')[-1]})", number):
            written = re.sub(f"^{pattern}$", form, number)
            if written != number:
                yield zero + written
                yield f"+82 {written}"
                yield (zero + written).replace("-", ".")
                yield (zero + written).replace("-", " ")


@pytest.fixture
def shop(sqlite_database: Database) -> Runtime:
    return Runtime(sqlite_database, MovableClock(datetime(2026, 11, 21, 1, 0, tzinfo=UTC)), Shop("맑은세탁"))


@pytest.fixture
async def suyeon(shop: Runtime) -> Actor:
    return await shop.write(lambda unit: cast.linked(unit, cast.customer(unit, "김수연", "010-2345-6781"), 501))


async def corrected(shop: Runtime, actor: Actor, detail: str, typed: str) -> str | None:
    """What is on the record afterwards if it was taken; None, and nothing changed, if it was refused."""

    def stored(unit: Unit) -> tuple[str | None, int]:
        record = unit.session.get_one(Customer, actor.customer_id)
        return getattr(record, detail), len(profile_history.history(unit))

    before = await shop.read(stored, actor)
    try:
        done = await shop.write(partial(profile.change, detail=detail, typed=typed), actor)
    except Refusal:
        assert await shop.read(stored, actor) == before, typed
        return None
    assert isinstance(done, Changed), (typed, done)
    return (await shop.read(stored, actor))[0]


async def test_every_address_of_isemail_is_taken_or_refused_as_it_says(shop: Runtime, suyeon: Actor) -> None:
    cases = addresses()
    assert len(cases) == 164

    wrong = []
    for address, valid in cases:
        expected = _NOT_AS_ISEMAIL_SAYS.get(address, _SHOWN_AS.get(address, address.lower()) if valid else None)
        taken = await corrected(shop, suyeon, "email", address)
        if taken != expected:
            wrong.append((address, taken, expected))
        if taken:
            await shop.write(partial(profile.drop, detail="email"), suyeon)
    assert wrong == []


@pytest.mark.parametrize("row", kinds() if FILES.is_dir() else [], ids=lambda row: row["kind"])
async def test_every_kind_of_number_is_one_number_however_it_is_written(
    shop: Runtime, suyeon: Actor, row: dict[str, str]
) -> None:
    number = row["example_national_number"]
    written = list(ways_of_writing(number))
    assert len(written) > 3

    assert {parse_phone(text).e164 for text in written} == {f"+82{number}"}
    assert await corrected(shop, suyeon, "phone", written[-1]) == f"+82{number}"


def test_every_beginning_and_length_is_taken_or_refused_as_the_table_says() -> None:
    patterns = [re.compile(row["pattern"]) for row in kinds()]
    wrong = []
    for head in range(100, 1000):
        for length in range(5, 14):
            number = str(head) + "4567890123"[: length - 3]
            known = any(pattern.fullmatch(number) for pattern in patterns) or _OWN.fullmatch(number) is not None
            expected = (PhoneKind.DEAD if _OLD.fullmatch(number) else PhoneKind.LIVING) if known else None
            if number.startswith("10") and length != 10:
                expected = None
            try:
                taken = parse_phone(f"+82 {number}").kind
            except Refusal:
                taken = None
            if taken is not expected:
                wrong.append((number, taken, expected))
    assert wrong == []


@pytest.mark.parametrize("old", ["11", "16", "17", "18", "19"])
async def test_a_number_nobody_answers_any_more_is_refused_in_every_way_of_writing(
    shop: Runtime, suyeon: Actor, old: str
) -> None:
    mobile = next(row for row in kinds() if row["kind"] == "mobile")
    for number in (f"{old}2345678", f"{old}23456789"):
        assert re.fullmatch(mobile["pattern"], number)
        for text in ways_of_writing(number):
            with pytest.raises(Refusal, match="phone-dead"):
                await shop.write(partial(profile.change, detail="phone", typed=text), suyeon)
