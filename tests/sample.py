"""The sample shop of `tests/data/shop`: the small laundry as it stands on Saturday 2026-11-21, 10:00 in Seoul.

`fill` writes it into a database; the rest reads the same files in plain Python, so that figures can be recomputed
without any of the product's own code.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlmodel import col

from bot.actions.unit import Unit
from bot.domain.birthday import parse_birthday
from bot.domain.phone import parse_phone
from storage import people
from storage.models import Visit, VisitLine
from storage.writing import new_public_id

FOLDER = Path(__file__).parent / "data" / "shop"
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
SEOUL = ZoneInfo("Asia/Seoul")


@dataclass
class Known:
    """One person of the files with all their visits: (day, item, pieces, amount)."""

    name: str
    phone: str
    email: str
    birthday: str
    lines: list[tuple[date, str, int, int]] = field(default_factory=list)

    @property
    def days(self) -> list[date]:
        return sorted({line[0] for line in self.lines})

    @property
    def spent(self) -> int:
        return sum(line[3] for line in self.lines)


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def everybody() -> tuple[Known, ...]:
    """The people of both files, by name and number."""
    known = {
        (row["고객명"], row["휴대폰"]): Known(row["고객명"], row["휴대폰"], row["이메일"], row["생년월일"])
        for row in rows("customers")
    }
    for row in rows("visits"):
        day = datetime.fromisoformat(row["방문일시"]).date()
        known[row["고객명"], row["휴대폰"]].lines.append((day, row["품목"], int(row["수량"]), int(row["금액"])))
    return tuple(known.values())


def late(today: date = TODAY) -> list[Known]:
    """Who is later than usual and was here within the year, by the definition: four days, 1.2 times the longest gap."""
    found = []
    for one in everybody():
        days = one.days
        gaps = [(later - earlier).days for earlier, later in pairwise(days)][-12:]
        away = (today - days[-1]).days if days else 0
        if len(days) >= 4 and away > 1.2 * max(gaps) and away <= 365:
            found.append(one)
    return found


def fill_people(unit: Unit) -> dict[tuple[str, str], int]:
    """Write the people into the database, without their visits. Returns ids by name and number."""
    ids: dict[tuple[str, str], int] = {}
    for row in rows("customers"):
        person = people.create(unit.session, row["고객명"], unit.now)
        if row["휴대폰"]:
            people.set_phone(unit.session, unit.vault, person, parse_phone(row["휴대폰"]))
        people.set_email(unit.session, unit.vault, person, row["이메일"] or None)
        if row["생년월일"]:
            birthday = parse_birthday(row["생년월일"], today=TODAY)
            people.set_birthday(unit.session, unit.vault, person, birthday)
        unit.session.flush()
        ids[row["고객명"], row["휴대폰"]] = person.id or 0
    unit.names_changed = True
    return ids


def fill(unit: Unit) -> dict[str, int]:
    """Write both files into the database. Returns ids by name and last four digits: "이영희2020", "공지훈"."""
    ids = fill_people(unit)
    receipts: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows("visits"):
        receipts[row["고객명"], row["휴대폰"], row["방문일시"]].append(row)
    visits = [_visit(unit, ids[receipt[:2]], receipt[2], lines) for receipt, lines in receipts.items()]
    # As plain rows: more than a hundred tests begin with these 550 lines, and objects take twice as long.
    written = unit.session.scalars(insert(Visit).returning(col(Visit.id), sort_by_parameter_order=True), visits).all()
    rows_of_lines = [
        _line(visit or 0, row) for visit, found in zip(written, receipts.values(), strict=True) for row in found
    ]
    unit.session.execute(insert(VisitLine), rows_of_lines)
    people.refresh_figures_of(unit.session, ids.values())
    return {f"{name}{phone[-4:]}": customer_id for (name, phone), customer_id in ids.items()}


def _visit(unit: Unit, customer_id: int, at: str, lines: list[dict[str, str]]) -> dict[str, Any]:
    visited_at = datetime.fromisoformat(at).replace(tzinfo=SEOUL)
    return {
        "public_id": new_public_id(),
        "customer_id": customer_id,
        "visited_at": visited_at,
        "visited_on": visited_at.date(),
        "amount_minor": sum(int(line["금액"]) for line in lines),
        "source": "import",
        "recorded_at": unit.now,
    }


def _line(visit_id: int, line: dict[str, str]) -> dict[str, Any]:
    return {
        "visit_id": visit_id,
        "item": line["품목"],
        "quantity": int(line["수량"]),
        "price_minor": int(line["단가"]),
        "amount_minor": int(line["금액"]),
    }
